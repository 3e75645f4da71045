import { activation, toNdArray, toTensor } from '#tensor';
import type { NdArray } from '#nd/nd-array.ts';
import type { Params } from './params.ts';

export type Result = {
  /** The activation of every cell, of the input's shape. */
  readonly output: NdArray;
};

/** Tensors in, arrays out; runs in the worker, and once when the page is built. */
export default async function compute({ input, activation: name }: Params): Promise<Result> {
  return { output: await toNdArray(activation(toTensor(input, 'input'), name)) };
}
