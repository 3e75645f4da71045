import { activation, conv2d, toNdArray, toTensor4d } from '#tensor';
import { maxDifference, ndArray, type NdArray } from '#nd/nd-array.ts';
import { secondWeights, withNegative } from './data.ts';
import type { Params } from './params.ts';

export type Result = {
  /** One map for every image and filter: [N, F, H′, W′]. */
  readonly output: NdArray;
  /** What a second layer makes of it: [N, F₂, H″, W″]; [0] if there is none. */
  readonly second: NdArray;
  /** Largest change of each image's output when one image is changed: [N]; [0] if none is. */
  readonly moved: NdArray;
};

const none: NdArray = { shape: [0], data: new Float32Array() };

export default async function compute(params: Params): Promise<Result> {
  const weight = toTensor4d(params.weight, 'weight');
  const layer = (images: NdArray) =>
    activation(conv2d(toTensor4d(images, 'images'), weight), params.activation);

  const output = layer(params.images);
  return {
    output: await toNdArray(output),
    second: await secondLayer(),
    moved: await movedByChange(),
  };

  async function secondLayer(): Promise<NdArray> {
    if (params.second === 0) return none;
    const weight2 = secondWeights(params, output.shape[1]);
    return toNdArray(activation(conv2d(output, toTensor4d(weight2, 'weight')), params.activation));
  }

  async function movedByChange(): Promise<NdArray> {
    const { images, changed } = params;
    const count = images.shape[0];
    if (changed < 0 || changed >= count) return none;
    const [before, after] = await Promise.all([
      toNdArray(output),
      toNdArray(layer(withNegative(images, changed))),
    ]);
    const size = before.data.length / count;
    const part = ({ data }: NdArray, image: number) =>
      data.subarray(image * size, (image + 1) * size);
    const differences = Array.from({ length: count }, (_, image) =>
      maxDifference(part(before, image), part(after, image)),
    );
    return ndArray([count], differences);
  }
}
