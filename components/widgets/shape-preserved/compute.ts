import { batchNorm, centre, moments, stack, toNdArray, toTensor } from '#tensor';
import type { NdArray } from '#nd/nd-array.ts';
import { drawSample } from './distributions.ts';
import type { Params } from './params.ts';

export type Result = {
  /** The sample less its mean, divided by its deviation: [size]. */
  readonly normalized: NdArray;
  /** The same, times γ, plus β: [size]. */
  readonly y: NdArray;
  /**
   * Mean, biased variance, skewness and kurtosis, in rows: of the sample, of the sample less its mean,
   * of the normalized sample, of y: [4, 4].
   */
  readonly moments: NdArray;
};

/** A sample as a batch of one channel, normalized as a layer would. */
export default async function compute(params: Params): Promise<Result> {
  const { size, gamma, beta } = params;
  const sample = drawSample(params);
  const x = toTensor(sample, 'sample');
  const batch = toTensor({ shape: [size, 1], data: sample.data }, 'sample');
  const { centred } = centre(x, [0]);
  const { y: normalized } = batchNorm(batch);
  const { y } = batchNorm(batch, { gamma: scalar(gamma, 'gamma'), beta: scalar(beta, 'beta') });
  return {
    normalized: await toNdArray(normalized, [size]),
    y: await toNdArray(y, [size]),
    moments: await toNdArray(stack([x, centred, normalized, y].map(moments))),
  };
}

const scalar = (value: number, name: string) =>
  toTensor({ shape: [1], data: Float32Array.of(value) }, name);
