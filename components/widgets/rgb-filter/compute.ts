import { conv2d, toNdArray, toTensor } from '#tensor';
import type { NdArray } from '#nd/nd-array.ts';
import type { Params } from './params.ts';

export type Result = {
  /** Every channel with its own slice, without the bias: [3, H′, W′]. */
  readonly partial: NdArray;
  /** What the filter gives, convolved with all of it at once: [H′, W′]. */
  readonly output: NdArray;
};

export default async function compute(params: Params): Promise<Result> {
  const { image, kernel, stride, padding } = params;
  const [channels, height, width] = image.shape;
  const [, rows, columns] = kernel.shape;
  const x = toTensor(image, 'image', [1, channels, height, width]);
  const whole = toTensor(kernel, 'kernel', [1, channels, rows, columns]);
  const slices = toTensor(kernel, 'kernel', [channels, 1, rows, columns]);
  const bias = toTensor({ shape: [], data: Float32Array.of(params.bias) }, 'bias', [1]);

  const partial = conv2d(x, slices, { stride, padding, groups: channels });
  const output = conv2d(x, whole, { bias, stride, padding });
  const [partialCells, outputCells] = await Promise.all([
    toNdArray(partial, partial.shape.slice(1)),
    toNdArray(output, output.shape.slice(2)),
  ]);
  return { partial: partialCells, output: outputCells };
}
