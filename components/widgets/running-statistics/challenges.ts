import { maxDifference } from '#nd/nd-array.ts';
import type { Result } from './compute.ts';
import type { Params } from './params.ts';
import { PIXELS, STEPS } from './data.ts';
import { defaults, shareOf } from './rules.ts';

/** In Keras's convention, both running curves are those that PyTorch's defaults make of these batches. */
export function sameInKeras({ convention, batchSize }: Params, result: Result): boolean {
  const { statistics, running } = result;
  const values = batchSize * PIXELS;
  const share = shareOf(defaults.pytorch);
  const means = statistics.data.subarray(0, STEPS);
  const unbiased = statistics.data
    .subarray(STEPS)
    .map((variance) => (variance * values) / (values - 1));
  const expected = [...averaged(0, means, share), ...averaged(1, unbiased, share)];
  return convention === 'keras' && maxDifference(running.data, expected) < NEAR;
}

const NEAR = 1e-3;

/** A running value from its start on. */
function averaged(start: number, batches: Float32Array, share: number): number[] {
  const values = [start];
  for (const batch of batches) values.push((1 - share) * (values.at(-1) ?? start) + share * batch);
  return values;
}
