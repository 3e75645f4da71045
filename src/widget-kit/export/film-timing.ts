/** How long every frame of a film is shown. */
export type FilmTiming = {
  readonly frames: number;
  /** Frames a second. */
  readonly rate: number;
  /** Seconds that the last frame stays; never less than any other. */
  readonly hold: number;
};

/** A GIF counts in hundredths of a second, and players do as they please with less than two. */
const LEAST_DELAY = 2;

/** Slide programs are at a loss with fewer frames a second: frames of slower films stand several times. */
const LEAST_RATE = 4;

/** Hundredths of a second for each frame of a GIF: rounded so that the film as a whole keeps its pace. */
export function delaysOf({ frames, rate, hold }: FilmTiming): number[] {
  const startOf = (frame: number): number => Math.round((100 * frame) / rate);
  return Array.from({ length: frames }, (_, frame) => {
    const delay = startOf(frame + 1) - startOf(frame);
    return Math.max(LEAST_DELAY, frame === frames - 1 ? Math.round(100 * hold) : 0, delay);
  });
}

/** A video has one rate throughout: how often each frame stands in it, the last as long as it is held. */
export function repeatsOf({ frames, rate, hold }: FilmTiming): {
  readonly rate: number;
  readonly repeats: readonly number[];
} {
  const each = Math.ceil(LEAST_RATE / rate);
  const even = rate * each;
  const repeats = Array.from({ length: frames }, (_, frame) =>
    frame === frames - 1 ? Math.max(each, Math.round(hold * even)) : each,
  );
  return { rate: even, repeats };
}
