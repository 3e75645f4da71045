import { extent } from '#nd/nd-array.ts';
import { linearScale, logScale } from '#charts/axis-scale.ts';
import { decimalsFor, numberText, powerText } from '#charts/number-text.ts';
import type { Model } from './model.ts';

/** How losses become heights: 0 at the bottom, 1 where the surface is cut off. */
export type Height = {
  readonly of: (loss: number) => number;
  /** The loss at which it is cut off. */
  readonly top: number;
  /** Height from one level line to the next. */
  readonly interval: number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
};

export function linearHeight(top: number): Height {
  const scale = linearScale([0, top], [0, 1]);
  const [, step] = scale.ticks(10);
  const values = scale.ticks(5);
  const decimals = decimalsFor(values, 3);
  return {
    of: (loss) => loss / top,
    top,
    interval: step / top,
    ticks: values.map((value) => ({ at: value / top, text: numberText(value, decimals) })),
  };
}

/** The logarithm rises over no more powers of ten than these; what is below them is drawn at the bottom. */
const MOST_POWERS = 6;

/** From the power of ten below the least of some losses to the one above the largest. */
export function logHeight(losses: readonly number[]): Height {
  const [least, most] = extent(losses.filter((loss) => loss > 0 && Number.isFinite(loss)));
  const high = Math.ceil(Math.log10(Math.min(Math.max(most, 1), 1e6)));
  const low = Math.max(Math.floor(Math.log10(Math.min(least, 0.1))), high - MOST_POWERS);
  const scale = logScale([10 ** low, 10 ** high], [0, 1]);
  return {
    of: (loss) => (Math.max(Math.log10(loss), low) - low) / (high - low),
    top: 10 ** high,
    interval: 1 / (2 * (high - low)),
    ticks: scale.ticks(6).map((value) => ({
      at: (Math.log10(value) - low) / (high - low),
      text: value < 0.01 || value >= 1e4 ? powerText(value) : String(value),
    })),
  };
}

/** How high the losses of a figure are drawn. */
export function heightOf({ state, runs }: Model): Height {
  const { heightAxis, ceiling } = state.params.value;
  if (heightAxis === 'linear') return linearHeight(ceiling);
  return logHeight(runs.value.flatMap(({ surface, losses }) => [...surface.data, ...losses]));
}
