import {
  batchNorm,
  growingStatistics,
  sqrt,
  toNdArray,
  toTensor,
  unbiasedVariance,
  type Statistics,
} from '#tensor';
import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { TensorError } from '#nd/tensor-error.ts';
import { BATCHES, drawBatches, LARGEST, measuredSizes } from './data.ts';
import type { Params } from './params.ts';

export type Result = {
  /** μ of every batch: [200]. */
  readonly means: NdArray;
  /** σ² of every batch, biased, as it normalizes: [200]. */
  readonly variances: NdArray;
  /** For batches of the measured sizes: the standard deviation of μ among the batches, the mean of σ², its standard deviation: [3, 16]. */
  readonly spreads: NdArray;
};

/** @throws TensorError `one-value-a-channel` if a batch is one value */
export default async function compute(params: Params): Promise<Result> {
  const { batchSize, side } = params;
  if (batchSize * side === 1) {
    throw new TensorError('one-value-a-channel', 'x', { was: '1, 1, 1, 1' });
  }
  const x = { shape: [LARGEST, BATCHES, side, side], data: drawBatches(params) };
  const grown = growingStatistics(toTensor(x, 'x', [LARGEST, BATCHES, side, side]));
  // Each size of a batch is a channel now, and the batches are what statistics are taken over.
  const ofMeans = batchNorm(grown.mean);
  const ofVariances = batchNorm(grown.variance);
  const [mean, variance, ...spreads] = await Promise.all(
    [grown.mean, grown.variance, spreadOf(ofMeans), ofVariances.mean, spreadOf(ofVariances)].map(
      (tensor) => toNdArray(tensor),
    ),
  );
  const sizes = measuredSizes(batchSize);
  return {
    means: column(mean, batchSize - 1),
    variances: column(variance, batchSize - 1),
    spreads: ndArray(
      [3, sizes.length],
      spreads.flatMap(({ data }) => sizes.map((size) => data[size - 1])),
    ),
  };
}

const spreadOf = ({ variance }: Statistics) => sqrt(unbiasedVariance(variance, BATCHES));

function column({ shape: [rows, columns], data }: NdArray, at: number): NdArray {
  return ndArray(
    [rows],
    Array.from({ length: rows }, (_, row) => data[row * columns + at]),
  );
}
