import { activation, batchNorm, stack, toNdArray, toTensor } from '#tensor';
import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { drawInput } from './data.ts';
import type { Params } from './params.ts';

/** Each with one row a stage: the input as it comes, normalized, scaled and shifted as well. */
export type Result = {
  /** What the sigmoid is given: [3, 1000]. */
  readonly inputs: NdArray;
  /** What it makes of it: [3, 1000]. */
  readonly outputs: NdArray;
  /** Mean and deviation of what it is given: [2, 3]. */
  readonly statistics: NdArray;
};

/** A sample before and after batch normalization, through a sigmoid each time. */
export default async function compute(params: Params): Promise<Result> {
  const input = drawInput(params);
  const [count] = input.shape;
  const x = toTensor(input, 'input');
  const one = (value: number) => toTensor(ndArray([1], [value]), 'affine');
  const affine = { gamma: one(params.gamma), beta: one(params.beta) };
  const rows = [x, batchNorm(x).y, batchNorm(x, affine).y];
  const inputs = stack(rows);
  const moments = rows.map((row) => batchNorm(row));
  const [given, outputs, means, variances] = await Promise.all([
    toNdArray(inputs, [3, count]),
    toNdArray(activation(inputs, 'sigmoid'), [3, count]),
    toNdArray(stack(moments.map(({ mean }) => mean)), [3]),
    toNdArray(stack(moments.map(({ variance }) => variance)), [3]),
  ]);
  return {
    inputs: given,
    outputs,
    statistics: ndArray([2, 3], [...means.data, ...variances.data.map(Math.sqrt)]),
  };
}
