import { treatmentsOf } from '#lab/comparisons.ts';
import { finalLoss } from '#lab/outcome.ts';
import type { NdArray } from '#nd/nd-array.ts';
import type { Result } from './compute.ts';
import { median, relative } from './measures.ts';
import type { Params } from './params.ts';

/** Where guessing is. */
const GUESSING = Math.log(10);

/** Without a norm and with BN a network has learned, and with BN its gradients shift less, by angle and for their length. */
export function less({ compare }: Params, result: Result): boolean {
  const [none, batch] = sidesOf(result);
  if (!isPlain(compare) || !(Math.max(none.loss, batch.loss) < GUESSING / 2)) return false;
  return batch.cosine > none.cosine && batch.relative < none.relative;
}

/** With BN a network has learned and without a norm hardly, although with BN gradients shift more, by angle and distance. */
export function apart({ compare }: Params, result: Result): boolean {
  const [none, batch] = sidesOf(result);
  if (!isPlain(compare) || !(batch.loss < GUESSING / 2 && none.loss > 0.75 * GUESSING))
    return false;
  return batch.cosine < none.cosine && batch.distance > none.distance;
}

/** Whether the first two runs are those without a norm and with BN. */
const isPlain = (compare: Params['compare']): boolean => treatmentsOf(compare)[0] === 'none';

/** The loss in which each run has ended, NaN if it is not over, and its medians over layers and measured steps. */
function sidesOf(result: Result) {
  const { losses, cosines, distances, lengths } = result;
  return [0, 1].map((run) => {
    const own = rowOf(losses, run);
    const distance = rowOf(distances, run);
    return {
      loss: own.every(Number.isFinite) ? finalLoss(own) : NaN,
      cosine: median(rowOf(cosines, run)),
      distance: median(distance),
      relative: median(relative(distance, rowOf(lengths, run))),
    };
  });
}

/** Everything of one run. */
function rowOf({ shape, data }: NdArray, run: number): Float32Array {
  const size = data.length / shape[0];
  return data.slice(run * size, (run + 1) * size);
}
