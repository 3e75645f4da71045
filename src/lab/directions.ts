import { sizeOf } from '#nd/nd-array.ts';
import { normal, type Random } from '#nd/random.ts';
import { parametersOf, type Network } from './network.ts';
import { lengthOf, ofLength } from './vectors.ts';

/** Where some of a network's numbers stand in the vector of all of them: [from, to). */
type Part = readonly [from: number, to: number];

/**
 * Where each filter stands: what makes one output unit of a dense layer, or one channel of a
 * convolution, in the order of computing. Biases and what belongs to norms are no filters.
 */
export function filtersOf(network: Network): readonly Part[] {
  const filters: Part[] = [];
  let from = 0;
  for (const { role, shape } of parametersOf(network)) {
    const size = sizeOf(shape);
    const each = size / shape[0];
    if (role === 'weight')
      for (let filter = 0; filter < shape[0]; filter++)
        filters.push([from + filter * each, from + (filter + 1) * each]);
    from += size;
  }
  return filters;
}

/**
 * A direction in which weights move by normal numbers, drawn in the order of computing, and biases and
 * what belongs to norms stay where they are.
 * @param count how many numbers the network has
 */
export function randomDirection(network: Network, count: number, random: Random): Float32Array {
  const direction = new Float32Array(count);
  for (const [from, to] of filtersOf(network))
    for (let at = from; at < to; at++) direction[at] = normal(random);
  return direction;
}

/**
 * A direction in which each filter is as long as that filter is at a point, d ← d / ‖d‖ · ‖θ‖; what is
 * no filter stays where it is. So a network moves alike, however its filters are scaled.
 * @see li2018visualizing
 */
export function filterNormalized(
  network: Network,
  direction: Float32Array,
  point: Float32Array,
): Float32Array {
  const normalized = new Float32Array(direction.length);
  for (const [from, to] of filtersOf(network)) {
    const filter = direction.subarray(from, to);
    normalized.set(ofLength(filter, lengthOf(point.subarray(from, to))), from);
  }
  return normalized;
}

/** How long all filters of a network are together at a point. */
export const weightLength = (network: Network, point: Float32Array): number =>
  Math.hypot(...filtersOf(network).map(([from, to]) => lengthOf(point.subarray(from, to))));
