import type { Result } from './compute.ts';
import type { Params } from './params.ts';
import { stageOf } from './stage-of.ts';

/** Scaled and shifted, a sample that needed normalizing is what it was before, to within a tenth. */
export function restored(_: Params, result: Result): boolean {
  const before = stageOf(result, 0);
  const isPlain = Math.abs(before.mean) < 0.5 && Math.abs(before.deviation - 1) < 0.5;
  return !isPlain && stageOf(result, 2).change <= 0.1;
}

/** Half of the values are saturated, although their mean is 0. */
export function saturated(_: Params, result: Result): boolean {
  const stage = stageOf(result, 2);
  return Math.abs(stage.mean) <= 0.05 && stage.saturated >= 0.5;
}
