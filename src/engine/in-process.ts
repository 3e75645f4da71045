import { startBackend, type StartedBackend } from './backends.ts';
import type { Answer, Compute } from './messages.ts';
import { run } from './run.ts';

let cpu: Promise<StartedBackend> | undefined;
let last: Promise<unknown> = Promise.resolve();

/** Computes in this thread on the CPU backend: for the build, whose pages hold every figure, and for tests. */
export function computeInProcess<P>(compute: Compute<P>, params: P): Promise<Answer> {
  const turn = last.then(async () => {
    cpu ??= startBackend('cpu');
    return run(compute, params, await cpu);
  });
  last = turn.catch(() => undefined);
  return turn;
}
