import { ndArray, sizeOf, type NdArray } from '#nd/nd-array.ts';
import { normal, seededRandom } from '#nd/random.ts';

/** Every channel lies elsewhere and every image has a contrast of its own, so that each norm does something else. */
const OFFSETS = [0.4, -1.2, 2.1, -0.3, 1.4, -2.2, 0.9, -0.7];
const CHANNEL_SPREADS = [0.5, 1.1, 0.8, 0.4, 1.3, 0.6, 0.9, 1];
const CONTRASTS = [1, 1.7, 0.6, 1.3, 0.8, 2, 0.5, 1.1];
const SEED = 2015;

/**
 * Numbers of one decimal that stand for feature maps.
 * @param shape [N, C, H, W]
 */
export function sampleTensor(shape: readonly number[]): NdArray {
  const [, channels, height, width] = shape;
  const random = seededRandom(SEED);
  const values = Array.from({ length: sizeOf(shape) }, (_, index) => {
    const map = Math.floor(index / (height * width));
    const [n, c] = [Math.floor(map / channels), map % channels];
    const spread = CONTRASTS[n % 8] * CHANNEL_SPREADS[c % 8];
    return Math.round(10 * (OFFSETS[c % 8] + spread * normal(random))) / 10;
  });
  return ndArray(shape, values);
}

/** γ or β for so many channels: the given ones, and `missing` for those beyond. */
export function forChannels({ data }: NdArray, channels: number, missing: number): NdArray {
  return ndArray(
    [channels],
    Array.from({ length: channels }, (_, c) => (c < data.length ? data[c] : missing)),
  );
}

/** γ or β of each element of an image: the given ones, and `missing` beyond their bounds. */
export function forElements(
  { shape: [depth, rows, columns], data }: NdArray,
  [channels, height, width]: readonly number[],
  missing: number,
): NdArray {
  const values = Array.from({ length: channels * height * width }, (_, position) => {
    const w = position % width;
    const h = Math.floor(position / width) % height;
    const c = Math.floor(position / (height * width));
    return c < depth && h < rows && w < columns ? data[(c * rows + h) * columns + w] : missing;
  });
  return ndArray([channels, height, width], values);
}
