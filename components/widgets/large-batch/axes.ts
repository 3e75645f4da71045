import type { PlotAxis } from '#charts/plot.tsx';

export type Axis = Omit<PlotAxis, 'label'>;

/** Room for names at the ends of curves, in units of the picture. */
export const ROOM = 64;

/** What comes of guessing among ten classes. */
export const GUESSING = { loss: Math.log(10), accuracy: 0.1 } as const;

/** Losses are drawn up to this. */
const MOST_LOSS = 10;

/** From a whole power of ten below all of these losses. */
export function lossAxis(losses: readonly number[]): Axis {
  const least = Math.min(0.1, ...losses.filter((loss) => loss > 0));
  const from = 10 ** Math.max(Math.floor(Math.log10(least)), -5);
  return { from, to: MOST_LOSS, logarithmic: true, ticks: 4 };
}

/** A value as it is drawn: what is beyond the axis lies at its end. */
export const drawn = (value: number, { from, to }: Axis): number =>
  Math.min(Math.max(value, from), to);
