import type { Result } from './compute.ts';
import type { Params } from './params.ts';
import { barsOf, distanceFromBell } from './shape.ts';

const NEAR_BELL = { skewness: 0.25, kurtosis: 0.4, distance: 0.12 };
const LEFT = -1;

/** A sketch whose normalized sample is near a bell, in its moments and in its bars. */
export function bell({ distribution }: Params, { normalized, moments }: Result): boolean {
  const [skewness, kurtosis] = moments.data.subarray(2 * 4 + 2, 2 * 4 + 4);
  return (
    distribution === 'sketch' &&
    Math.abs(skewness) < NEAR_BELL.skewness &&
    Math.abs(kurtosis - 3) < NEAR_BELL.kurtosis &&
    distanceFromBell(barsOf(normalized.data)) < NEAR_BELL.distance
  );
}

/** A sample of the exponential distribution comes out with its tail on the left. */
export function leftTail({ distribution }: Params, { moments }: Result): boolean {
  return distribution === 'exponential' && moments.data[3 * 4 + 2] < LEFT;
}
