import { batchNorm, instanceNorm, toNdArray, toTensor, toTensor4d } from '#tensor';
import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { fadingBatch, FRAMES } from './data.ts';
import type { Params } from './params.ts';

export type Result = {
  /** Output of every image while the other one fades into its replacement, in tenths: [N, 11, 5, 5]. */
  readonly y: NdArray;
  /** The mean and the variance that each tenth was normalized by: [2, 11]. */
  readonly statistics: NdArray;
  /** The same tensor by instance normalization: [N, 11, 5, 5]. */
  readonly instance: NdArray;
};

export default async function compute(params: Params): Promise<Result> {
  const x = toTensor4d(fadingBatch(params), 'x');
  const constant = (value: number, name: string) =>
    toTensor(ndArray([FRAMES], new Array<number>(FRAMES).fill(value)), name);
  const running = params.mode === 'evaluation' && {
    mean: constant(params.runningMean, 'runningMean'),
    variance: constant(params.runningVariance, 'runningVariance'),
  };
  const { y, mean, variance } = batchNorm(x, running ? { running } : {});
  const [output, means, variances, instance] = await Promise.all(
    [y, mean, variance, instanceNorm(x).y].map((tensor) => toNdArray(tensor)),
  );
  return {
    y: output,
    statistics: ndArray([2, FRAMES], [...means.data, ...variances.data]),
    instance,
  };
}
