import type { Result } from './compute.ts';
import type { Params } from './params.ts';

/** The means of batches of two images, the first size that is measured, differ by less than this. */
const QUIET = 0.15;

export function quiet({ batchSize }: Params, { spreads }: Result): boolean {
  return batchSize === 2 && spreads.data[0] < QUIET;
}
