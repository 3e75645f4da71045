import { activation, batchNorm, stack, toNdArray, toTensor } from '#tensor';
import { binsOf } from '#nd/bins.ts';
import { maxDifference, ndArray, type NdArray } from '#nd/nd-array.ts';
import { ENDS, INPUT_BINS, OUTPUT_BINS } from './bins.ts';
import { drawInput } from './data.ts';
import type { Params } from './params.ts';
import { sharesOf } from './regimes.ts';

/** Each with one row a stage: the input as it comes, normalized, scaled and shifted as well. */
export type Result = {
  /** Density of what the sigmoid is given, in bins from −12 to 12: [3, 63]. */
  readonly inputs: NdArray;
  /** Density of what it makes of it, in bins from 0 to 1: [3, 21]. */
  readonly outputs: NdArray;
  /** Mean and deviation of what it is given: [3, 2]. */
  readonly statistics: NdArray;
  /** Parts of it in the sigmoid's linear part, and where it is saturated: [3, 2]. */
  readonly shares: NdArray;
  /** Largest change of a value from what it was as it came: [3]. */
  readonly changes: NdArray;
};

/** A sample before and after batch normalization, through a sigmoid each time. */
export default async function compute(params: Params): Promise<Result> {
  const x = toTensor(drawInput(params), 'input');
  const one = (value: number) => toTensor(ndArray([1], [value]), 'affine');
  const affine = { gamma: one(params.gamma), beta: one(params.beta) };
  const stages = [x, batchNorm(x).y, batchNorm(x, affine).y];
  const moments = stages.map((stage) => batchNorm(stage));
  const [values, outputs, means, variances] = await Promise.all([
    Promise.all(stages.map((stage) => dataOf(stage))),
    Promise.all(stages.map((stage) => dataOf(activation(stage, 'sigmoid')))),
    dataOf(stack(moments.map(({ mean }) => mean))),
    dataOf(stack(moments.map(({ variance }) => variance))),
  ]);
  return {
    inputs: rows(values.map((each) => binsOf(each, ENDS, INPUT_BINS).densities)),
    outputs: rows(outputs.map((each) => binsOf(each, [0, 1], OUTPUT_BINS).densities)),
    statistics: rows(Array.from(means, (mean, stage) => [mean, Math.sqrt(variances[stage])])),
    shares: rows(values.map(sharesOf).map(({ linear, saturated }) => [linear, saturated])),
    changes: ndArray(
      [3],
      values.map((each) => maxDifference(each, values[0])),
    ),
  };
}

async function dataOf(tensor: Parameters<typeof toNdArray>[0]): Promise<Float32Array> {
  return (await toNdArray(tensor)).data;
}

const rows = (stages: readonly (readonly number[])[]): NdArray =>
  ndArray([stages.length, stages[0].length], stages.flat());
