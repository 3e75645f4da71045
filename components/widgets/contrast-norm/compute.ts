import { ndArray, sizeOf, type NdArray } from '#nd/nd-array.ts';
import { add, batchNorm, instanceNorm, toNdArray, toTensor4d } from '#tensor';
import type { Params } from './params.ts';

export type Result = {
  /** Normalized by the mean and variance of the whole batch: [N, 1, H, W]. */
  readonly batch: NdArray;
  /** Each image normalized by its own: [N, 1, H, W]. */
  readonly instance: NdArray;
  /** Less the mean of the batch, and less its own: [2, N, 1, H, W]. */
  readonly centred: NdArray;
  /** Mean of each image of x, of the two centred batches, of the two normalized ones: [5, N]. */
  readonly mean: NdArray;
  /** The biased variances of the same: [5, N]. */
  readonly variance: NdArray;
  /** Mean and variance of the whole batch: [2]. */
  readonly shared: NdArray;
  /** How far apart the images' outputs are at most in a cell, of BN and of IN: [2]. */
  readonly differences: NdArray;
};

/** Batch and instance normalization of the same grey images. */
export default async function compute(params: Params): Promise<Result> {
  const { shape } = params.x;
  const x = toTensor4d(params.x, 'x');
  const epsilon = Number(params.epsilon);
  const byBatch = batchNorm(x, { epsilon });
  const byImage = instanceNorm(x, { epsilon });
  const less = async ({ mean }: typeof byImage): Promise<typeof x> =>
    add(x, toTensor4d(negative(await toNdArray(mean)), 'mean'));
  const centred = [await less(byBatch), await less(byImage)];

  // What instance normalization takes away are the statistics of each image.
  const statistics = [x, ...centred, byBatch.y, byImage.y].map((each) => instanceNorm(each));
  const gathered = async (name: 'mean' | 'variance'): Promise<NdArray> =>
    joined(await Promise.all(statistics.map(async (each) => toNdArray(each[name]))), [
      statistics.length,
      shape[0],
    ]);
  const [batch, instance] = [await toNdArray(byBatch.y), await toNdArray(byImage.y)];
  return {
    batch,
    instance,
    centred: joined(await Promise.all(centred.map(async (each) => toNdArray(each))), [2, ...shape]),
    mean: await gathered('mean'),
    variance: await gathered('variance'),
    shared: joined([await toNdArray(byBatch.mean), await toNdArray(byBatch.variance)], [2]),
    differences: ndArray([2], [spreadOf(batch), spreadOf(instance)]),
  };
}

const negative = ({ shape, data }: NdArray): NdArray => ({
  shape,
  data: data.map((value) => -value),
});

const joined = (arrays: readonly NdArray[], shape: readonly number[]): NdArray =>
  ndArray(
    shape,
    arrays.flatMap(({ data }) => [...data]),
  );

/** Largest difference between two images in the same cell; 0 for a single image. */
function spreadOf({ shape, data }: NdArray): number {
  const size = sizeOf(shape.slice(1));
  let most = 0;
  for (let cell = 0; cell < size; cell++) {
    const values = Array.from({ length: shape[0] }, (_, n) => data[n * size + cell]);
    most = Math.max(most, Math.max(...values) - Math.min(...values));
  }
  return most;
}
