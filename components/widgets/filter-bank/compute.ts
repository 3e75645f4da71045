import { activation, conv2d, toNdArray, toTensor } from '#tensor';
import type { NdArray } from '#nd/nd-array.ts';
import { TensorError } from '#nd/tensor-error.ts';
import { biasesFor } from './biases.ts';
import type { Params } from './params.ts';

export type Result = {
  /** One map for every filter: [F, H′, W′]. */
  readonly output: NdArray;
};

export default async function compute(params: Params): Promise<Result> {
  const { image, weight, groups, padding } = params;
  const [channels, height, width] = image.shape;
  const [filters, slices, rows, columns] = weight.shape;
  const x = toTensor(image, 'image', [1, channels, height, width]);
  const w = toTensor(weight, 'weight', [filters, slices, rows, columns]);
  const bias = toTensor(biasesFor(filters, params.bias), 'bias', [filters]);
  try {
    const y = activation(conv2d(x, w, { bias, groups, padding }), params.activation);
    return { output: await toNdArray(y, y.shape.slice(1)) };
  } catch (error) {
    throw error instanceof TensorError ? inOurWords(error) : error;
  }
}

/** What the operation calls a kernel is a stack of them here. */
function inOurWords({ code, argument, values }: TensorError): TensorError {
  return new TensorError(code, argument === 'kernel' ? 'weight' : argument, values);
}
