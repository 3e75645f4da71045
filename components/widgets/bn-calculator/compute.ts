import { batchNorm, stack, toNdArray, toTensor, unbiasedVariance } from '#tensor';
import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { TensorError } from '#nd/tensor-error.ts';
import type { Params } from './params.ts';

export type Result = {
  /** Mean, biased and unbiased variance of the numbers: [3]. */
  readonly statistics: NdArray;
  /** x̂, normalized: [1, m]. */
  readonly normalized: NdArray;
  /** γx̂ + β: [1, m]. */
  readonly y: NdArray;
  /** Mean and biased variance of y, measured: [2]. */
  readonly outcome: NdArray;
};

/** Batch normalization of one channel with m numbers, and what the outcome's own statistics are. */
export default async function compute({ x, gamma, beta, epsilon }: Params): Promise<Result> {
  const count = x.data.length;
  if (epsilon === '0' && x.data.every((value) => value === x.data[0])) {
    throw new TensorError('zero-variance', 'epsilon', {});
  }
  const options = { epsilon: Number(epsilon) };
  const channel = toTensor(x, 'x', [count, 1, 1, 1]);
  const plain = batchNorm(channel, options);
  const { y } = batchNorm(channel, {
    ...options,
    gamma: toTensor(ndArray([1], [gamma]), 'gamma'),
    beta: toTensor(ndArray([1], [beta]), 'beta'),
  });
  const [statistics, normalized, out, outcome] = await Promise.all([
    toNdArray(stack([plain.mean, plain.variance, unbiasedVariance(plain.variance, count)]), [3]),
    toNdArray(plain.y, [1, count]),
    toNdArray(y, [1, count]),
    statisticsOf(y),
  ]);
  return { statistics, normalized, y: out, outcome };
}

function statisticsOf(channel: ReturnType<typeof toTensor>): Promise<NdArray> {
  const { mean, variance } = batchNorm(channel);
  return toNdArray(stack([mean, variance]), [2]);
}
