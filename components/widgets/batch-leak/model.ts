import { computed } from '@preact/signals-core';
import { withValue, type NdArray } from '#nd/nd-array.ts';
import type { WidgetState } from '#kit/widget-state.ts';
import type { Result } from './compute.ts';
import type { Params } from './params.ts';

export type Model = ReturnType<typeof createModel>;

/** State and what follows from it: signals and plain functions, no words, no drawing. */
export function createModel(state: WidgetState<Params, Result>) {
  /** Cells that the activation has changed. */
  const changed = computed(() => {
    const { params, result } = state.answered.value;
    return result.output.data.filter((value, index) => value !== params.input.data[index]).length;
  });

  return {
    state,
    changed,
    setCell(
      { row, column }: { readonly row: number; readonly column: number },
      value: number,
    ): void {
      const { input } = state.params.value;
      state.edit({ input: withValue(input, row * input.shape[1] + column, value) });
    },
    setInput(input: NdArray): void {
      state.edit({ input });
    },
  };
}
