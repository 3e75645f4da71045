import type { Result } from './compute.ts';
import { isShortened } from './model.ts';
import type { Params } from './params.ts';
import { UNITS } from './sizes.ts';

/** Lengths that differ by less count as the same. */
const SAME = 0.01;

/** Only the shortest gradient is long for its weights, and yet together they are too long. */
export function shortest({ unit }: Params, { norms, factors }: Result): boolean {
  const lengths = norms.data.subarray(UNITS);
  const [adaptive, global] = halves(factors.data);
  const least = lengths.indexOf(Math.min(...lengths));
  return (
    unit === 'row' &&
    lengths.every((length, index) => length > 0 && (index === least || length > lengths[least])) &&
    adaptive.every((factor, index) => isShortened(factor) === (index === least)) &&
    global.every(isShortened)
  );
}

/** Both ways shorten every gradient, and by the same factor. */
export function same({ unit }: Params, { norms, factors }: Result): boolean {
  const [adaptive, global] = halves(factors.data);
  return (
    unit === 'row' &&
    norms.data.subarray(UNITS).every((length) => length > 0) &&
    adaptive.every(
      (factor, index) =>
        isShortened(factor) &&
        isShortened(global[index]) &&
        Math.abs(factor / global[index] - 1) <= SAME,
    )
  );
}

const halves = (data: Float32Array) => [data.subarray(0, UNITS), data.subarray(UNITS)] as const;
