import type { Result } from './compute.ts';
import type { Params } from './params.ts';
import { batchSizesOf } from './sweep.ts';

/** Losses of one network at every batch size and rate, by seed: [seeds][batch sizes][rates]. */
function lossesOf({ losses }: Result, which: number): readonly (readonly Float32Array[])[] {
  const [repeats, networks, rows, columns] = losses.shape;
  return Array.from({ length: repeats }, (_, repeat) =>
    Array.from({ length: rows }, (_, row) => {
      const from = ((repeat * networks + which) * rows + row) * columns;
      return losses.data.subarray(from, from + columns);
    }),
  );
}

const least = (losses: Float32Array): number => Math.min(...losses.filter(Number.isFinite));

/** Whether every run of the sweep has come to its end. */
const isOver = ({ losses, lost }: Result): boolean =>
  losses.data.every((loss, run) => Number.isFinite(loss) || lost.data[run] > 0);

/** A third of what guessing has, and half of it. */
const LEARNED = 0.76;
const NOT_LEARNED = 1.16;

/**
 * There is a rate at which the network with BN learns with every batch size, of three or more, and the
 * one without with none.
 */
export function onlyBatch(params: Params, result: Result): boolean {
  if (batchSizesOf(params).length < 3 || !isOver(result)) return false;
  const [none, batch] = [0, 1].map((which) => lossesOf(result, which).flat());
  return Array.from({ length: params.rates }, (_, column) => column).some(
    (column) =>
      batch.every((row) => row[column] < LEARNED) &&
      none.every((row) => !(row[column] < NOT_LEARNED)),
  );
}

/** Epochs that are enough, and a batch that is large. */
const FEW = 10;
const LARGE = 128;

/** Of what guessing has. */
const QUARTER = 0.57;

/** With BN, batches of 128 or more learn nearly all there is in ten epochs. */
export function large(params: Params, result: Result): boolean {
  if (params.epochs > FEW || !isOver(result)) return false;
  const last = batchSizesOf(params).length - 1;
  if (batchSizesOf(params)[last] < LARGE) return false;
  return lossesOf(result, 1).every((rows) => least(rows[last]) < 0.1);
}

/** Without a norm, a largest batch of 64 or more comes below a quarter of guessing in ten epochs. */
export function shallow(params: Params, result: Result): boolean {
  const sizes = batchSizesOf(params);
  const last = sizes.length - 1;
  if (params.epochs > FEW || sizes[last] < 64 || !isOver(result)) return false;
  return lossesOf(result, 0).every((rows) => least(rows[last]) < QUARTER);
}
