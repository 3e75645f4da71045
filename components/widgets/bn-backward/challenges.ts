import { maxAbs, maxDifference } from '#nd/nd-array.ts';
import type { Result } from './compute.ts';
import type { Params } from './params.ts';

/** What is left, beside the largest of what arrives, counts as nothing. */
const NOTHING = 0.005;
/** A part is there if it holds this much of the squared length. */
const THERE = 0.05;

/** Nothing passes of a gradient that is neither the same for all values nor a mere stretch. */
export function line({ values }: Params, { parts, gradients }: Result): boolean {
  const m = values.shape[1];
  const row = (data: Float32Array, index: number) => data.subarray(index * m, (index + 1) * m);
  const upstream = row(gradients.data, 0);
  const whole = squared(upstream);
  const isThere = (part: number) => squared(row(parts.data, part)) > THERE * whole;
  const left = maxAbs(row(parts.data, 2));
  return m > 2 && isThere(0) && isThere(1) && left <= NOTHING * maxAbs(upstream);
}

/** The whole gradient arrives at x as it reached y. */
export function untouched({ values }: Params, { gradients }: Result): boolean {
  const m = values.shape[1];
  const [upstream, gradient] = [gradients.data.subarray(0, m), gradients.data.subarray(m, 2 * m)];
  const largest = maxAbs(upstream);
  return largest > 0.1 && maxDifference(upstream, gradient) <= NOTHING * largest;
}

const squared = (data: Float32Array): number =>
  data.reduce((total, value) => total + value * value, 0);
