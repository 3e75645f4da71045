import { loadPicture } from './late.ts';
import { completed, encodeLink, readState, type LinkNote } from './link.ts';
import type { MountedWidget } from './page-widgets.ts';
import { enlargement, onStage, posing } from './on-stage.ts';
import { play } from './playing.ts';
import { scenesDrawn } from './scenes-drawn.ts';
import { settled } from './settled.ts';

/** Version of the protocol; every message of ours carries it. */
export const PROTOCOL = 1;

/** What a request is known by. No object: a port, for one, cannot be sent back. */
type Id = string | number | bigint | boolean | null | undefined;

export type Reply = { readonly seikika: typeof PROTOCOL; readonly id: Id } & (
  { readonly result: unknown } | { readonly error: string }
);

/** More pixels than this times a screen's own make 3-D pictures no sharper that anybody sees. */
const LARGEST = 4;

type Method = (mounted: MountedWidget, params: Readonly<Record<string, unknown>>) => unknown;

const methods: Readonly<Record<string, Method>> = {
  getState: stateOf,

  async setState(mounted, params) {
    const { widget, state } = mounted;
    const { params: read, notes } = readState(widget.params, params);
    state.edit(completed(widget.params, { ...state.params.value, ...read }));
    await settled(mounted.state);
    return { ...stateOf(mounted), notes: notes satisfies readonly LinkNote[] };
  },

  async getResult(mounted) {
    await settled(mounted.state);
    const { result, computedBy } = mounted.state.answered.value;
    return { arrays: result, computedBy, failure: mounted.state.failure.value };
  },

  /** Runs an experiment with the present params, or its first steps, and answers when it is over. */
  async run(mounted, { short = false }) {
    if (!mounted.run) throw new Error('This widget has nothing to run');
    await mounted.run.start(short === true);
    return stateOf(mounted);
  },

  play(mounted) {
    play(mounted);
    return stateOf(mounted);
  },

  pause(mounted) {
    mounted.playing.value = false;
    return stateOf(mounted);
  },

  step(mounted, { step }) {
    const { widget, state } = mounted;
    const timeline = widget.timeline;
    if (!timeline) throw new Error('This widget has no timeline');
    const value = widget.params[timeline.param].read(step);
    if (value === undefined) throw new Error(`There is no step ${String(step)}`);
    mounted.playing.value = false;
    state.show({ [timeline.param]: value, ...timeline.with });
    return stateOf(mounted);
  },

  async reset(mounted) {
    mounted.state.reset();
    await settled(mounted.state);
    return stateOf(mounted);
  },

  /**
   * What the page around the frame does with it: whether the figure may be seen, and how many times larger
   * than it is laid out it is shown.
   */
  async present(mounted, { shown = true, scale = 1 }) {
    if (typeof scale !== 'number' || !(scale > 0)) throw new Error('A scale is a number above 0');
    onStage.value = shown === true;
    enlargement.value = Math.min(Math.max(scale, 1), LARGEST);
    await settled(mounted.state);
    return stateOf(mounted);
  },

  async snapshot(mounted, { format = 'png', scale = 2 }) {
    const { element } = mounted;
    const stage = element.querySelector<HTMLElement>('[data-stage]');
    if (!stage) throw new Error('There is nothing to picture');
    const { stageToPng, stageToSvg } = await loadPicture();
    if (format !== 'svg' && format !== 'png') {
      throw new Error(`There is no format ${String(format)}`);
    }
    if (typeof scale !== 'number' || !(scale > 0 && scale <= 8)) {
      throw new Error('The scale must lie between 0 and 8');
    }
    posing.value = true;
    try {
      await settled(mounted.state);
      await scenesDrawn(stage);
      return await (format === 'svg' ? stageToSvg(stage) : stageToPng(stage, scale));
    } finally {
      posing.value = false;
    }
  },
};

/**
 * Answers one message to an embedded widget. Whatever is not a request of this protocol is left
 * alone; a request that cannot be met gets an error and changes nothing.
 */
export async function answerRequest(
  mounted: MountedWidget,
  message: unknown,
): Promise<Reply | undefined> {
  if (!isRequest(message)) return undefined;
  const { id, method, params } = message;
  const envelope = { seikika: PROTOCOL, id } as const;
  if (!Object.hasOwn(methods, method))
    return { ...envelope, error: `There is no method ${method}` };
  try {
    return { ...envelope, result: await methods[method](mounted, isRecord(params) ? params : {}) };
  } catch (error) {
    return { ...envelope, error: error instanceof Error ? error.message : String(error) };
  }
}

type Request = { readonly id: Id; readonly method: string; readonly params?: unknown };

function isRequest(message: unknown): message is Request {
  if (!isRecord(message) || message.seikika !== PROTOCOL) return false;
  return typeof message.method === 'string' && Object(message.id) !== message.id;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stateOf({ widget, state }: MountedWidget) {
  const params = state.params.value;
  const texts = Object.entries(widget.params).map(([name, param]) => [
    name,
    param.format(params[name] as never),
  ]);
  return {
    widget: widget.id,
    version: widget.version,
    params: Object.fromEntries(texts) as Record<string, string>,
    query: encodeLink(widget.params, widget.version, params),
  };
}
