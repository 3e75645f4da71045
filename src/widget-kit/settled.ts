import { effect } from '@preact/signals-core';
import type { AnyState } from './widget-state.ts';

/** Resolves when the newest question of a figure has been answered. */
export function settled(state: Pick<AnyState, 'pending'>): Promise<void> {
  return new Promise((resolve) => {
    const stop: () => void = effect(() => {
      if (state.pending.value) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}
