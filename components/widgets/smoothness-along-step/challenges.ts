import { treatmentsOf } from '#lab/comparisons.ts';
import { quantilesOf } from '#lab/distribution.ts';
import type { NdArray } from '#nd/nd-array.ts';
import type { Result } from './compute.ts';
import { POINTS, stepsBetween } from './data.ts';
import type { Params } from './params.ts';

/** Both networks have learned, and yet the effective β-smoothness is mostly larger with BN. */
export function rougher(params: Params, { losses, smoothness }: Result): boolean {
  if (params.compare !== 'plain') return false;
  const [none, batch] = [0, 1].map((run) => quantilesOf(rowOf(smoothness, run).sort(), 3)[1]);
  return [0, 1].every((run) => hasLearned(rowOf(losses, run))) && batch > none;
}

/** As far as a challenge wants to see, in learning rates. */
const FAR = 4;

/** A network without a norm has learned, and at no measured step was a loss on the line above its start. */
export function calm(params: Params, { losses, lineLosses }: Result): boolean {
  const { compare, steps, reach } = params;
  const run = treatmentsOf(compare).findIndex((treatment) => treatment === 'none');
  if (run < 0 || reach < FAR) return false;
  const own = rowOf(losses, run);
  const isDownhill = rowOf(lineLosses, run).every(
    (loss, index) => loss <= own[Math.floor(index / POINTS) * stepsBetween(steps)],
  );
  return isDownhill && hasLearned(own);
}

/** Everything of one run. */
function rowOf({ shape, data }: NdArray, run: number): Float32Array {
  const size = data.length / shape[0];
  return data.slice(run * size, (run + 1) * size);
}

/** Whether a run has come to its end, the last tenth of it below half of what guessing has. */
function hasLearned(losses: Float32Array): boolean {
  const last = losses.slice(-Math.max(1, Math.round(losses.length / 10)));
  return last.reduce((sum, loss) => sum + loss, 0) / last.length < Math.log(10) / 2;
}
