import { activation, conv2d, pad2d, toNdArray, toTensor } from '#tensor';
import { kernelSpan } from '#nd/conv-geometry.ts';
import type { NdArray } from '#nd/nd-array.ts';
import type { Params } from './params.ts';

export type Result = {
  /** Before the activation: [H′, W′]. */
  readonly linear: NdArray;
  /** After it: [H′, W′]. */
  readonly activated: NdArray;
  /** The unpadded convolution with the padding put around it instead; [0, 0] if not asked for or impossible. */
  readonly outputPadded: NdArray;
};

const none: NdArray = { shape: [0, 0], data: new Float32Array() };

export default async function compute(params: Params): Promise<Result> {
  const { image, kernel, stride, padding, paddingMode, paddingValue, dilation } = params;
  const x = toTensor(image, 'image', [1, 1, image.shape[0], image.shape[1]]);
  const weight = toTensor(kernel, 'kernel', [1, 1, kernel.shape[0], kernel.shape[1]]);
  const bias = toTensor({ shape: [], data: Float32Array.of(params.bias) }, 'bias', [1]);

  const linear = conv2d(x, weight, { bias, stride, padding, paddingMode, paddingValue, dilation });
  const activated = activation(linear, params.activation);
  const [, , height, width] = linear.shape;
  const [linearCells, activatedCells] = await Promise.all([
    toNdArray(linear, [height, width]),
    toNdArray(activated, [height, width]),
  ]);
  return {
    linear: linearCells,
    activated: activatedCells,
    outputPadded: await padOutput(),
  };

  async function padOutput(): Promise<NdArray> {
    const fits = kernel.shape.every(
      (size, axis) => kernelSpan(size, dilation) <= image.shape[axis],
    );
    if (!params.padOutput || !fits) return none;
    const edges = [padding, padding] as const;
    const unpadded = conv2d(x, weight, { bias, stride, dilation });
    const [, , rows, columns] = unpadded.shape;
    if (paddingMode === 'reflect' && padding >= Math.min(rows, columns)) return none;
    const padded = pad2d(unpadded, [edges, edges], { mode: paddingMode, value: paddingValue });
    return toNdArray(padded, padded.shape.slice(2));
  }
}
