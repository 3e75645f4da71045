import { maxDifference } from '#nd/nd-array.ts';
import type { Result } from './compute.ts';
import { FRAMES, imageOf, rolesOf } from './data.ts';
import { mapOf } from '#nd/maps.ts';
import type { Params } from './params.ts';

/** A change that is seen. */
const SEEN = 0.05;
/** What rounding leaves. */
const STILL = 1e-4;

/** In training another image is really changed, and yet my output stays where it was. */
export function noLeak(params: Params, { y }: Result): boolean {
  const { mine, changed } = rolesOf(params);
  if (params.mode !== 'training' || changed === undefined) return false;
  const own = imageOf(params.x, changed);
  const [before, after] = [0, FRAMES - 1].map((frame) => mapOf(y, mine, frame).data);
  return (
    maxDifference(own.data, params.replacement.data) > SEEN && maxDifference(before, after) < STILL
  );
}
