import { seededRandom } from '#nd/random.ts';

/**
 * Which examples each step learns from: every example once, in an order drawn anew, then all of them
 * again. What is left of an order and does not fill a batch is passed over.
 * @throws RangeError if there are fewer examples than a batch takes
 */
export function* batches(count: number, size: number, seed: number): Generator<Int32Array, never> {
  if (size > count) throw new RangeError(`${count} examples do not fill a batch of ${size}`);
  const random = seededRandom(seed);
  const order = Int32Array.from({ length: count }, (_, index) => index);
  for (;;) {
    // Fisher and Yates: each place in turn, from the last, changes with one at or before it.
    for (let last = count - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1));
      [order[last], order[other]] = [order[other], order[last]];
    }
    for (let from = 0; from + size <= count; from += size) yield order.slice(from, from + size);
  }
}
