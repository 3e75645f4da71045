import type { Result } from './compute.ts';
import type { Params } from './params.ts';

const EQUAL = 1e-4;
const SEEN = 0.1;

/** Group normalization of four channels or more that does what instance normalization does, and LN does not. */
export function asInstance({ norm, x }: Params, { differences }: Result): boolean {
  const [, layer, instance] = differences.data;
  return norm === 'group' && x.shape[1] >= 4 && instance < EQUAL && layer > SEEN;
}

/** Batch and instance normalization agree on a batch of two images or more whose channels are not constant. */
export function agree({ norm, x }: Params, { differences, variance }: Result): boolean {
  const [, , instance] = differences.data;
  return (
    norm === 'batch' &&
    x.shape[0] >= 2 &&
    variance.data.every((each) => each > SEEN ** 2) &&
    instance < EQUAL
  );
}
