import type { Result } from './compute.ts';
import type { Params } from './params.ts';

/** The means of batches of two images differ by less than this from batch to batch. */
const QUIET = 0.15;

export function quiet({ batchSize }: Params, { spreads }: Result): boolean {
  return batchSize === 2 && spreads.data[batchSize - 1] < QUIET;
}
