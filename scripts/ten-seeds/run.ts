import type * as InProcess from '#engine/in-process.ts';
import type { Arrays, Compute } from '#engine/messages.ts';
import type * as Link from '#kit/link.ts';
import type * as Registry from '#kit/registry.ts';
import type { loadSource } from '../load-source.ts';
import type { Values } from './studies.ts';

export const SEEDS = Array.from({ length: 10 }, (_, index) => index + 1);

/** What a figure computes from these params, and its defaults for what is not given. */
export type Run = (widget: string, params: Values) => Promise<Arrays>;

type Load = Awaited<ReturnType<typeof loadSource>>['load'];

export async function runsOf(load: Load): Promise<Run> {
  const { widgets } = await load<typeof Registry>('#kit/registry.ts');
  const { completed } = await load<typeof Link>('#kit/link.ts');
  const { computeInProcess } = await load<typeof InProcess>('#engine/in-process.ts');
  return async (id, given) => {
    const widget = widgets.get(id);
    if (!widget) throw new Error(`There is no widget ${id}`);
    const path = `/components/widgets/${id}/compute.ts`;
    const { default: compute } = await load<{ default: Compute }>(path);
    const params = completed(widget.params, given as never);
    const answer = await computeInProcess<never>(compute, params as never);
    if (answer.kind !== 'result') throw new Error(`${id} refuses ${JSON.stringify(given)}`);
    return answer.result;
  };
}
