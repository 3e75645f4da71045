import { computed } from '@preact/signals-core';
import type { WidgetState } from '#kit/widget-state.ts';
import { adviceFor, firstOf } from './advice.ts';
import type { Result } from './compute.ts';
import { norms, type Architecture, type NormName, type Task } from './norms.ts';
import type { Params } from './params.ts';

/** Batch sizes that stand beside each other. */
export const batchSizes = [1, 2, 4, 8, 16, 32, 64];

export type Model = ReturnType<typeof createModel>;

/** What a norm takes of the tensor, and how far that lies from the truth. */
export type Taken = {
  readonly count: number;
  readonly values: number;
  readonly scatter: number;
  /** What theory says of independent normal numbers: 1/√m of a mean, √(2/m) of a mean square. */
  readonly theory: number;
};

export function createModel(state: WidgetState<Params, Result>) {
  const situation = computed(() => {
    const { task, architecture, batch, side } = state.answered.value.params;
    return { task, architecture, batch, cells: Number(side) ** 2 };
  });

  const advice = computed(() => adviceFor(situation.value));

  const first = computed(() => firstOf(advice.value));

  /** What the rules choose for another answer, with the rest as it is. */
  const firstFor = (other: Partial<typeof situation.value>): NormName[] =>
    firstOf(adviceFor({ ...situation.value, ...other }));

  function takenBy(norm: NormName): Taken {
    const { counts, values, scatter } = state.answered.value.result;
    const at = norms.indexOf(norm);
    const m = values.data[at];
    const theory = m > 0 ? Math.sqrt((norm === 'rms' ? 2 : 1) / m) : 0;
    return { count: counts.data[at], values: m, scatter: scatter.data[at], theory };
  }

  return {
    state,
    situation,
    advice,
    first,
    firstFor,
    takenBy,
    choose(answer: { readonly task?: Task; readonly architecture?: Architecture }): void {
      state.edit(answer);
    },
    setBatch(batch: number): void {
      state.edit({ batch });
    },
  };
}
