import { computed } from '@preact/signals-core';
import type { WidgetState } from '#kit/widget-state.ts';
import { activationNames, type ActivationName } from '#nd/activation-names.ts';
import type { Bins } from '#nd/bins.ts';
import type { Result } from './compute.ts';
import { estimatesOf, gainsOf } from './gains.ts';
import { lawOf } from './law.ts';
import type { Params } from './params.ts';
import { sizes, type Size } from './sizes.ts';
import { ENDS, OUTPUT_BINS, OUTPUT_ENDS } from './places.ts';

export type Model = ReturnType<typeof createModel>;

/** Units along either axis that are shown: both have the same, so that deviations can be compared. */
export const FRAME = ENDS[1] - ENDS[0];

export function createModel(state: WidgetState<Params, Result>) {
  const all = computed(() => gainsOf(state.answered.value.result));
  const samples = computed(() => estimatesOf(state.answered.value.result));
  const exact = computed(() => {
    const { activation } = state.answered.value.params;
    return all.value[activationNames.indexOf(activation)];
  });
  const now = computed(() => samples.value[sizes.indexOf(state.answered.value.params.size)]);

  /** The curve, and γ times it. */
  const curves = computed(() => {
    const plain = [...state.answered.value.result.curve.data];
    return { plain, scaled: plain.map((height) => exact.value.gamma * height) };
  });

  /** The law of the outputs behind each of the two curves, and the sample's outputs. */
  const outputs = computed(() => {
    const { data } = state.answered.value.result.outputs;
    const sampleIn = (row: number): Bins =>
      binsIn(OUTPUT_ENDS, data.subarray(row * OUTPUT_BINS, (row + 1) * OUTPUT_BINS));
    return {
      plain: { law: lawOf(curves.value.plain), sample: sampleIn(0) },
      scaled: { law: lawOf(curves.value.scaled), sample: sampleIn(1) },
    };
  });

  return {
    state,
    all,
    samples,
    exact,
    now,
    curves,
    outputs,
    inputs: computed(() => binsIn(ENDS, state.answered.value.result.inputs.data)),
    /** Lower end of the axis of outputs: both curves are in its middle, as far as they go. */
    floor: computed(() => {
      const heights = curves.value.scaled.map((height) => Math.min(Math.max(height, -5), 5));
      const middle = (Math.min(...heights) + Math.max(...heights)) / 2;
      return (Math.round(2 * middle) - FRAME) / 2;
    }),
    choose(activation: ActivationName): void {
      state.edit({ activation });
    },
    resize(size: Size): void {
      state.edit({ size });
    },
  };
}

const binsIn = ([from, to]: readonly [number, number], densities: Float32Array): Bins => ({
  from,
  width: (to - from) / densities.length,
  densities: [...densities],
});
