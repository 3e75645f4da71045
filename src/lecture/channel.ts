/** What of a figure can be done from another window. */
export type FigureNews = {
  /** Where it stands on its timeline; undefined if it has none. */
  readonly player?:
    | {
        readonly step: number;
        readonly last: number;
        /** What the first step is called. */
        readonly countsFrom: number;
        readonly playing: boolean;
      }
    | undefined;
  /** Whether its experiment is on; undefined if it has none. */
  readonly running?: boolean | undefined;
};

export const acts = [
  'play',
  'pause',
  'stepBack',
  'stepForward',
  'run',
  'stop',
  'resetFigure',
] as const;

/** What can be done with the figure on the screen. */
export type Act = (typeof acts)[number];

/** What a lecture and its presenter's window tell each other. */
export type Message =
  /** A presenter's window is there and knows nothing. */
  | { readonly kind: 'hello' }
  /** The screen that is on; `revealed` says whether the answer to a prediction is to be seen. */
  | { readonly kind: 'at'; readonly screen: string; readonly revealed: boolean }
  | { readonly kind: 'figure'; readonly screen: string; readonly news: FigureNews }
  | { readonly kind: 'picture'; readonly screen: string; readonly html: string }
  | { readonly kind: 'go'; readonly screen: string; readonly revealed: boolean }
  | { readonly kind: 'act'; readonly screen: string; readonly act: Act }
  /** A word of the notes sets a figure up. */
  | { readonly kind: 'try'; readonly figure: string; readonly state: string }
  /** A lecture is there, and knows of nobody who listens. */
  | { readonly kind: 'opened' }
  /** The lecture has been left. */
  | { readonly kind: 'closed' };

export type Channel = {
  send(message: Message): void;
  close(): void;
};

/** Connects the windows of one chapter's lecture on this machine; undefined where that cannot be. */
export function openChannel(
  chapter: string,
  hear: (message: Message) => void,
): Channel | undefined {
  if (!('BroadcastChannel' in window)) return undefined;
  const channel = new BroadcastChannel(`seikika:lecture:${chapter}`);
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => hear(data));
  return {
    send: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
}
