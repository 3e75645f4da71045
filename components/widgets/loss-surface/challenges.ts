import type { NdArray } from '#nd/nd-array.ts';
import type { Result } from './compute.ts';
import type { Params } from './params.ts';

/** A range from which a surface shows more than that everything is smooth from near. */
const FAR = 0.4;

/** Seen from as far as at first, the highest loss without a norm is less than twice that with BN. */
export function alike({ compare, plane, range, points }: Params, { surface }: Result): boolean {
  const highest = (run: number): number =>
    Math.max(...surface.data.subarray(run * points ** 2, (run + 1) * points ** 2));
  const isFar = range >= Math.fround(FAR) && plane === 'path';
  return compare === 'both' && isFar && highest(0) < 2 * highest(1);
}

/** Both paths are long, and 97% of the variance of either is in its plane. */
export function within(
  { compare, steps }: Params,
  { share }: { readonly share: NdArray },
): boolean {
  return compare === 'both' && steps >= 30 && share.data.every((part) => part >= 0.97);
}
