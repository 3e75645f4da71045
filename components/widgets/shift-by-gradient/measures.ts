import { quantilesOf } from '#lab/distribution.ts';

/** The middle one of what is finite; NaN if nothing is. */
export function median(values: Float32Array): number {
  const inOrder = Array.from(values)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  return inOrder.length === 0 ? NaN : quantilesOf(inOrder, 3)[1];
}

/** Distances for each length: ‖G − G′‖ / ‖G‖. */
export const relative = (distances: Float32Array, lengths: Float32Array): Float32Array =>
  distances.map((distance, index) => distance / lengths[index]);
