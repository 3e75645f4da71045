import { maxDifference } from '#nd/nd-array.ts';
import type { Result } from './compute.ts';
import { CENTRED, filterNumbers, weightsOf } from './filters.ts';
import type { Params } from './params.ts';

/** Weights are seen with two decimals. */
const EQUAL = 0.005;
const FAR = 0.3;
/** The errors of the figure are two standard errors; what is beyond three of them is no accident. */
const ACCIDENT = 1.5;

/** A filter comes out as it went in, and not because it has no spread. */
export function unchanged(params: Params, result: Result): boolean {
  return filterNumbers(params, result).some(
    ({ isFlat, after }, filter) =>
      !isFlat &&
      after.length > FAR &&
      maxDifference(weightsOf(params.weight, filter), weightsOf(result.standardized, filter)) <
        EQUAL,
  );
}

/** Weights far from 0 on one side, an activation, and an output whose mean stays at 0 even before. */
export function noShift(params: Params, result: Result): boolean {
  const [meanOfG] = result.ofActivation.data;
  return (
    params.activation !== 'identity' &&
    Math.abs(meanOfG) < CENTRED &&
    filterNumbers(params, result).some(
      ({ mean, before }) =>
        Math.abs(mean) >= FAR && Math.abs(before.mean) <= ACCIDENT * before.meanError,
    )
  );
}
