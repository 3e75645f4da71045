import { indexIn, mapStart } from '#nd/maps.ts';
import { extent, maxDifference, type NdArray } from '#nd/nd-array.ts';
import { sampleTensor } from '#nd/sample-tensor.ts';
import type { Result } from './compute.ts';
import type { Params } from './params.ts';

const SQUEEZED = 0.6;
const DIFFERENT = 0.5;
const EQUAL = 0.01;
const RETURNED = 0.02;
const SEEN = 0.2;

/** All values of a channel, image by image. */
function channelOf(array: NdArray, channel: number): number[] {
  const [images, , height, width] = array.shape;
  return Array.from({ length: images }, (_, n) => mapStart(array, n, channel)).flatMap((start) => [
    ...array.data.subarray(start, start + height * width),
  ]);
}

function spreadOf(values: readonly number[]): number {
  const [least, most] = extent(values);
  return most - least;
}

const channelsOf = ({ shape }: NdArray): number[] =>
  Array.from({ length: shape[1] }, (_, channel) => channel);

/** One cell of the sample is another; after line 3 all others of its channel lie close together. */
export function outlier({ x }: Params, { normalized }: Result): boolean {
  const sample = sampleTensor(x.shape).data;
  const changed = Array.from(x.data.keys()).filter((at) => x.data[at] !== sample[at]);
  if (changed.length !== 1 || x.shape[0] < 2) return false;
  const [n, c, h, w] = indexIn(x.shape, changed[0]);
  const [, , height, width] = x.shape;
  const others = channelOf(normalized, c);
  others.splice((n * height + h) * width + w, 1);
  return others.length > 1 && spreadOf(others) < SQUEEZED;
}

/** Two channels with other values before, the same after, and not all of them one value. */
export function sameAfter({ x }: Params, { y }: Result): boolean {
  const channels = channelsOf(x);
  return channels.some((a) =>
    channels.slice(a + 1).some((b) => {
      const [before, after] = [x, y].map((array) => [channelOf(array, a), channelOf(array, b)]);
      return (
        maxDifference(before[0], before[1]) > DIFFERENT &&
        maxDifference(after[0], after[1]) < EQUAL &&
        spreadOf(after[0]) > DIFFERENT
      );
    }),
  );
}

/** A channel comes out as it went in, though line 3 has changed it. */
export function undone({ x }: Params, { normalized, y }: Result): boolean {
  return channelsOf(x).some((channel) => {
    const [before, middle, after] = [x, normalized, y].map((array) => channelOf(array, channel));
    return maxDifference(before, after) < RETURNED && maxDifference(before, middle) > SEEN;
  });
}
