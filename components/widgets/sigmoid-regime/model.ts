import { computed } from '@preact/signals-core';
import type { WidgetState } from '#kit/widget-state.ts';
import type { Result } from './compute.ts';
import { stages, type Params } from './params.ts';
import { sharesBy, type Law } from './regimes.ts';
import { stageOf } from './stage-of.ts';

export type Model = ReturnType<typeof createModel>;

export function createModel(state: WidgetState<Params, Result>) {
  const step = computed(() => Math.min(state.params.value.step, stages.length - 1));
  const all = computed(() => stages.map((_, stage) => stageOf(state.answered.value.result, stage)));

  /** The law that each stage's values follow. */
  const laws = computed((): readonly Law[] => {
    const { mean, spread, gamma, beta } = state.answered.value.params;
    return [
      { mean, deviation: spread },
      { mean: 0, deviation: 1 },
      { mean: beta, deviation: Math.abs(gamma) },
    ];
  });

  const before = computed(() => all.value[0]);
  const now = computed(() => all.value[step.value]);
  const law = computed(() => laws.value[step.value]);
  const expected = computed(() => ({ ...law.value, ...sharesBy(law.value) }));

  return {
    state,
    step,
    all,
    laws,
    before,
    now,
    law,
    expected,
    goTo(stage: number): void {
      state.show({ step: stage });
    },
    setInput(patch: Partial<Pick<Params, 'mean' | 'spread'>>, gesture?: string): void {
      state.edit(patch, gesture);
    },
    /** Changes γ or β, and shows what they do. */
    setAffine(patch: Partial<Pick<Params, 'gamma' | 'beta'>>, gesture?: string): void {
      state.show({ step: 2 });
      state.edit(patch, gesture);
    },
  };
}
