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
