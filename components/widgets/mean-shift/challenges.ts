import { maxAbs } from '#nd/nd-array.ts';
import type { Result } from './compute.ts';
import { curveOf } from './curves.ts';
import { orderOf, placesOf } from './data.ts';
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

/** The reader's own filter gives a channel without a mean, in the network that is looked at, whose inputs have means. */
export function balanced(params: Params, { [params.side]: { data } }: Result): boolean {
  const own = ownFilter(params);
  const order = orderOf(params, params.side);
  if (!own || (order !== 'none' && order !== 'batch')) return false;
  const width = own.weights.length;
  const row = own.layer * placesOf[order].length;
  const shifted = data
    .subarray((row - 1) * width, row * width)
    .filter((shift) => Math.abs(shift) > 0.2);
  return shifted.length > width / 2 && Math.abs(data[row * width + own.channel - 1]) < 0.02;
}
