import { maxAbs } from '#nd/nd-array.ts';
import type { Result } from './compute.ts';
import { curveOf } from './curves.ts';
import { orderOf, placesOf, sides } from './data.ts';
import { ownFilter, type Params } from './params.ts';

/** Of a mean square, what a batch of this size leaves to chance at most. */
const CHANCE = 0.1;

/** Ten layers or more, an activation that bends, no norm, and no layer whose channels have a mean. */
export function noNeed({ layers, activation }: Params, result: Result): boolean {
  const [means, variances] = (['squaredMean', 'variance'] as const).map((quantity) =>
    curveOf(result, 'bare', quantity),
  );
  return (
    layers >= 10 &&
    activation !== 'identity' &&
    means.every((mean, layer) => mean < CHANCE * (mean + variances[layer]))
  );
}

/** A norm, five layers or more, and no channel of any layer's output that has a mean. */
export function neverSeen(params: Params, result: Result): boolean {
  const { order, layers, activation } = params;
  const { length } = placesOf[order];
  const isNorm = order === 'batch' || order === 'batch-last';
  const [mean, meanSquare] = result.moments.data;
  // What has no shift anyway needs no norm.
  const shifts = mean ** 2 > CHANCE * meanSquare && activation !== 'identity';
  return isNorm && shifts && layers >= 5 && farthest(result.cured.data, params, length) < 0.05;
}

function farthest(shifts: Float32Array, { width, layers }: Params, length: number): number {
  const channels = Number(width);
  const rows = Array.from({ length: layers }, (_, layer) => (layer + 1) * length * channels);
  return Math.max(...rows.map((from) => maxAbs(shifts.subarray(from, from + channels))));
}

/** The reader's own filter gives a channel without a mean, in a network where the inputs have means. */
export function balanced(params: Params, result: Result): boolean {
  const own = ownFilter(params);
  if (!own || own.weights.every((weight) => weight === 0)) return false;
  return sides.some((side) => {
    const order = orderOf(params, side);
    if (order !== 'none' && order !== 'batch') return false;
    const row = own.layer * placesOf[order].length;
    const inputs = result[side].data.slice(
      (row - 1) * own.weights.length,
      row * own.weights.length,
    );
    const shift = result[side].data[row * own.weights.length + own.channel - 1];
    const shifted = inputs.filter((value) => Math.abs(value) > 0.2).length;
    return shifted > own.weights.length / 2 && Math.abs(shift) < 0.02;
  });
}
