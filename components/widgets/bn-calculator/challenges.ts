import { maxDifference } from '#nd/nd-array.ts';
import type { Result } from './compute.ts';
import type { Params } from './params.ts';

/** The outcome has variance 4 and mean −1, to within a hundredth. */
export function varianceFour(_: Params, { outcome }: Result): boolean {
  const [mean, variance] = outcome.data;
  return near(mean, -1) && near(variance, 4);
}

/** γ and β bring numbers that were not normalized already back to what they were. */
export function undo({ x }: Params, { statistics, y }: Result): boolean {
  const [mean, variance] = statistics.data;
  const isPlain = variance <= 1.5 || near(mean, 0, 0.5);
  return !isPlain && maxDifference(x.data, y.data) <= 0.01;
}

const near = (value: number, wanted: number, within = 0.01): boolean =>
  Math.abs(value - wanted) <= within;
