import type { Experiment } from '#lab/experiment.ts';
import type { Arrays } from './messages.ts';

/** So long an experiment goes on before it says what has come of it, in milliseconds. */
const QUIET = 200;

/** Where an experiment is, and what has come of it. */
export type Stage<R extends Arrays = Arrays> = {
  readonly done: number;
  readonly total: number;
  readonly result: R;
  /** Spent on computing so far, without what was spent on waiting. */
  readonly milliseconds: number;
};

/**
 * Conducts an experiment to its end.
 * @param report hears of the first step, of the last, and now and then of one between; the experiment
 *   waits for it
 * @returns where it has ended
 * @throws Error if it ends before it has begun
 */
export async function conduct<R extends Arrays>(
  experiment: Experiment<R>,
  report?: (stage: Stage<R>) => Promise<void>,
): Promise<Stage<R>> {
  let stage: Stage<R> | undefined;
  let spent = 0;
  let resumed = performance.now();
  for await (const { done, total, result } of experiment) {
    const isQuiet = stage !== undefined && (!report || performance.now() - resumed < QUIET);
    if (isQuiet && done < total) continue;
    const arrays = await result();
    spent += performance.now() - resumed;
    stage = { done, total, result: arrays, milliseconds: spent };
    await report?.(stage);
    resumed = performance.now();
  }
  if (!stage) throw new Error('The experiment has ended before it began');
  return stage;
}
