import { ndArray, sizeOf, type NdArray } from '#nd/nd-array.ts';
import { normal, seededRandom } from '#nd/random.ts';
import type { Params } from './params.ts';

const SECOND_SIDE = 3;

/** The batch with one of its images replaced by 1 − x. */
export function withNegative({ shape, data }: NdArray, image: number): NdArray {
  const size = data.length / shape[0];
  const start = image * size;
  return {
    shape,
    data: data.map((value, index) => (index >= start && index < start + size ? 1 - value : value)),
  };
}

/** Weights of the second layer, drawn from the seed with He's deviation √(2 / fan-in): [F₂, F, 3, 3]. */
export function secondWeights({ second, seed }: Params, channels: number): NdArray {
  const random = seededRandom(seed);
  const shape = [second, channels, SECOND_SIDE, SECOND_SIDE];
  const deviation = Math.sqrt(2 / (channels * SECOND_SIDE ** 2));
  const values = Array.from({ length: sizeOf(shape) }, () => deviation * normal(random));
  return ndArray(shape, values);
}
