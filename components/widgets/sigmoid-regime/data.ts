import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { normal, seededRandom } from '#nd/random.ts';
import type { Params } from './params.ts';

/** Values of the sample. */
export const COUNT = 1000;

/** The sample of a normal law that a seed draws: [1000, 1]. */
export function drawInput({ mean, spread, seed }: Params): NdArray {
  const random = seededRandom(seed);
  const values = Array.from({ length: COUNT }, () => mean + spread * normal(random));
  return ndArray([COUNT, 1], values);
}
