import { vi } from 'vitest';
import { computeInProcess } from '#engine/in-process.ts';
import type { Arrays, Compute } from '#engine/messages.ts';
import { completed } from '#kit/link.ts';
import type { ParamsOf, Schema } from '#kit/params.ts';
import { createWidgetState, type WidgetState } from '#kit/widget-state.ts';

export type OpenState<P, R> = {
  readonly state: WidgetState<P, R>;
  /** Resolves when the newest question has been answered. */
  readonly settled: () => Promise<unknown>;
};

/** The state of a figure as it opens, or undefined where its params are refused. */
export async function openState<S extends Schema, R extends Arrays>(
  schema: S,
  compute: Compute<ParamsOf<S>, R>,
  given: Partial<ParamsOf<S>> = {},
  playback: readonly (keyof S & string)[] = [],
): Promise<OpenState<ParamsOf<S>, R> | undefined> {
  const initial = completed(schema, given);
  const ask = (params: ParamsOf<S>) => computeInProcess(compute, params);
  const answer = await ask(initial);
  if (answer.kind !== 'result') return undefined;
  const result = answer.result as R;
  const state = createWidgetState<S, R>({ schema, initial, result, playback, ask });
  return { state, settled: () => vi.waitUntil(() => !state.pending.value, { interval: 1 }) };
}
