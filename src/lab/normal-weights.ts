import { sizeOf, type NdArray } from '#nd/nd-array.ts';
import { normal, seededRandom } from '#nd/random.ts';
import { seedFor, type Purpose } from './seeds.ts';

/**
 * Standard normal numbers for one block of a network: the same for the same seed and place, however many
 * blocks there are.
 */
export function normalNumbers(
  shape: readonly number[],
  seed: number,
  purpose: Purpose,
  place = 0,
): NdArray {
  const random = seededRandom(seedFor(seed, purpose, place));
  return { shape, data: Float32Array.from({ length: sizeOf(shape) }, () => normal(random)) };
}
