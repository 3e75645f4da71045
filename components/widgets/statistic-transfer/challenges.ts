import { maxDifference, sameArray } from '#nd/nd-array.ts';
import type { Result } from './compute.ts';
import type { Params } from './params.ts';

const NOTHING = 0.005;

/** Full strength and another picture as style, and yet the content comes out as it went in. */
export function changesNothing({ content, style, strength }: Params, { result }: Result): boolean {
  return (
    strength === 1 &&
    !sameArray(content, style) &&
    content.data.some((value) => value !== content.data[0]) &&
    maxDifference(result.data, content.data) < NOTHING
  );
}

/** A content of some contrast of which nothing is left to be seen. */
export function wipedOut({ content }: Params, { result, variance }: Result): boolean {
  const size = content.data.length / 3;
  const isFlat = [0, 1, 2].every((channel) => {
    const values = result.data.subarray(channel * size, (channel + 1) * size);
    return values.every((value) => Math.abs(value - values[0]) < NOTHING);
  });
  const [, channels] = variance.shape;
  return isFlat && variance.data.subarray(channels, 2 * channels).some((one) => one > 0.01);
}
