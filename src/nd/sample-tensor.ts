import { indexIn, valueAt } from './maps.ts';
import { ndArray, sizeOf, type NdArray } from './nd-array.ts';
import { normal, seededRandom } from './random.ts';

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

/** A tensor of another shape: what fits stays, what is new is drawn from the samples. */
export function resized(x: NdArray, shape: readonly number[]): NdArray {
  const data = sampleTensor(shape).data.map((value, position) => {
    const index = indexIn(shape, position);
    return index.every((at, axis) => at < x.shape[axis]) ? valueAt(x, index) : value;
  });
  return { shape, data };
}

/** γ or β for so many channels: the given ones, and `missing` for those beyond. */
export function forChannels({ data }: NdArray, channels: number, missing: number): NdArray {
  return ndArray(
    [channels],
    Array.from({ length: channels }, (_, c) => (c < data.length ? data[c] : missing)),
  );
}
