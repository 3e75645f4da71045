import { batch, computed, signal, type ReadonlySignal } from '@preact/signals-core';
import type { Move } from './keys.ts';
import type { Screen } from './screens.ts';

/** Where a lecture stands. A prediction takes two steps: its question, then its answer. */
export type Course = {
  readonly screens: readonly Screen[];
  readonly index: ReadonlySignal<number>;
  readonly screen: ReadonlySignal<Screen>;
  /** Whether the answer to the prediction on the screen is to be seen. */
  readonly revealed: ReadonlySignal<boolean>;
  move(where: Move): void;
  /** Goes to a screen by its id; to the title if there is none of this name. */
  go(id: string, revealed?: boolean): void;
};

export function createCourse(screens: readonly Screen[], start: string): Course {
  const indexOf = (id: string): number =>
    Math.max(
      0,
      screens.findIndex((screen) => screen.id === id),
    );
  const index = signal(indexOf(start));
  const revealed = signal(false);
  const screen = computed(() => screens[index.value]);

  function put(target: number, reveals = false): void {
    if (!(target in screens)) return;
    batch(() => {
      index.value = target;
      revealed.value = reveals && screens[target].kind === 'predict';
    });
  }

  return {
    screens,
    index,
    screen,
    revealed,
    move(where) {
      const present = index.peek();
      const asks = screens[present].kind === 'predict';
      if (where === 'first') put(0);
      else if (where === 'last') put(screens.length - 1);
      else if (where === 'next' && asks && !revealed.peek()) put(present, true);
      else if (where === 'back' && revealed.peek()) put(present);
      else put(present + (where === 'next' ? 1 : -1));
    },
    go(id, reveals) {
      put(indexOf(id), reveals);
    },
  };
}
