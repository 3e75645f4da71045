import { batchNorm, toNdArray, toTensor, toTensor4d } from '#tensor';
import type { NdArray } from '#nd/nd-array.ts';
import { forChannels } from '#nd/sample-tensor.ts';
import { TensorError } from '#nd/tensor-error.ts';
import type { Params } from './params.ts';

export type Result = {
  /** Mean of each channel: [C]. */
  readonly mean: NdArray;
  /** Biased variance of each channel: [C]. */
  readonly variance: NdArray;
  /** Less the mean, divided by √(variance + ε): [N, C, H, W]. */
  readonly normalized: NdArray;
  /** Then times γ, plus β: [N, C, H, W]. */
  readonly y: NdArray;
};

export default async function compute(params: Params): Promise<Result> {
  const [, channels] = params.x.shape;
  const x = toTensor4d(params.x, 'x');
  const epsilon = Number(params.epsilon);
  const gamma = toTensor(forChannels(params.gamma, channels, 1), 'gamma');
  const beta = toTensor(forChannels(params.beta, channels, 0), 'beta');
  try {
    const { y: normalized, mean, variance } = batchNorm(x, { epsilon });
    const { y } = batchNorm(x, { gamma, beta, epsilon });
    return {
      mean: await toNdArray(mean, [channels]),
      variance: await toNdArray(variance, [channels]),
      normalized: await toNdArray(normalized),
      y: await toNdArray(y),
    };
  } catch (error) {
    if (!(error instanceof TensorError)) throw error;
    // What the operation calls its input is x here.
    throw new TensorError(error.code, 'x', error.values);
  }
}
