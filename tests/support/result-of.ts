import { computeInProcess } from '#engine/in-process.ts';
import type { Arrays, Compute } from '#engine/messages.ts';

/**
 * What a figure computes from its params.
 * @throws Error if they are refused
 */
export async function resultOf<P, R extends Arrays>(compute: Compute<P, R>, params: P): Promise<R> {
  const answer = await computeInProcess(compute, params);
  if (answer.kind !== 'result') throw new Error(JSON.stringify(answer));
  return answer.result as R;
}
