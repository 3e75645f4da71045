import { computed, signal } from '@preact/signals-core';
import type { WidgetState } from '#kit/widget-state.ts';
import type { Result } from './compute.ts';
import { factorName, type Kind } from './data.ts';
import { alikeIn, lawOf } from './law.ts';
import type { Params } from './params.ts';
import { alikeOf, blocksOf, statesOf } from './terms.ts';

export type Model = ReturnType<typeof createModel>;

export function createModel(state: WidgetState<Params, Result>) {
  const params = computed(() => state.answered.value.params);
  const measured = computed(() => {
    const { result } = state.answered.value;
    return {
      states: statesOf(result),
      blocks: blocksOf(result),
      alike: alikeOf(result),
      signals: result.signals,
    };
  });
  const law = computed(() => {
    const { states, blocks } = lawOf(params.value);
    return { states, blocks, alike: states.map(alikeIn) };
  });

  /** The block that the pointer is over, from 1. */
  const pointed = signal<number | undefined>(undefined);
  const within = (block: number): number => Math.min(Math.max(block, 1), params.value.blocks);

  return {
    state,
    params,
    measured,
    law,
    /** The block that is spoken of, from 1. */
    block: computed(() => within(pointed.value ?? state.params.value.step + 1)),
    point(block: number | undefined): void {
      pointed.value = block;
    },
    showBlock(wanted: number): void {
      const step = within(wanted) - 1;
      if (step !== state.params.value.step) state.show({ step });
    },
    choose(kind: Kind): void {
      state.edit({ kind });
    },
    /** Sets s of SkipInit, or α of NF. */
    setFactor(value: number, gesture?: string): void {
      const name = factorName(params.value.kind);
      if (name) state.edit({ [name]: value }, gesture);
    },
  };
}
