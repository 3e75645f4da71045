import type { Result } from './compute.ts';
import { curveOf } from './curves.ts';
import { orderOf, placesOf, type Side } from './data.ts';
import { ownFilter } from './looked.ts';
import type { Params } from './params.ts';

/** Of a mean square, what a batch of this size leaves to chance at most. */
const CHANCE = 0.1;

/** Whether no layer has more of its mean square in its channels' means than so much. */
function isUnshifted(result: Result, side: Side, most: number): boolean {
  const variances = curveOf(result, side, 'variance');
  return curveOf(result, side, 'squaredMean').every(
    (mean, layer) => mean < most * (mean + variances[layer]),
  );
}

/** Ten layers or more, an activation that bends, no norm, and no layer whose channels have a mean. */
export function noNeed({ layers, activation }: Params, result: Result): boolean {
  return layers >= 10 && activation !== 'identity' && isUnshifted(result, 'bare', CHANCE);
}

/** A norm, five layers or more, and no layer whose channels have a mean, though the activation shifts. */
export function neverSeen({ order, layers, activation }: Params, result: Result): boolean {
  const [mean, meanSquare] = result.moments.data;
  const isNorm = order === 'batch' || order === 'batch-last';
  // What has no shift anyway needs no norm.
  const shifts = mean ** 2 > CHANCE * meanSquare && activation !== 'identity';
  return isNorm && shifts && layers >= 5 && isUnshifted(result, 'cured', 0.02);
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
