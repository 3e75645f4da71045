import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import { readStored, store } from '#src/scripts/storage.ts';

/** How often it is looked at the clock, in milliseconds. */
const TICK = 250;

export type Timer = {
  /** Seconds that it has run. */
  readonly seconds: ReadonlySignal<number>;
  readonly running: ReadonlySignal<boolean>;
  /** The time of day. */
  readonly now: ReadonlySignal<Date>;
  toggle(): void;
  reset(): void;
};

type Kept = { readonly spent: number; readonly since: number | null };

/** A stopwatch that outlives a reload of its window, and the time of day. */
export function createTimer(key: string): Timer {
  const kept = signal<Kept>(restored(key));
  const time = signal(Date.now());
  setInterval(() => {
    time.value = Date.now();
  }, TICK);

  const spentBy = ({ spent, since }: Kept, now: number): number =>
    spent + (since === null ? 0 : Math.max(0, now - since));

  function keep(next: Kept): void {
    time.value = Date.now();
    kept.value = next;
    store('sessionStorage', key, JSON.stringify(next));
  }

  return {
    seconds: computed(() => Math.floor(spentBy(kept.value, time.value) / 1000)),
    running: computed(() => kept.value.since !== null),
    now: computed(() => new Date(time.value)),
    toggle() {
      const now = Date.now();
      const { since } = kept.peek();
      keep({ spent: spentBy(kept.peek(), now), since: since === null ? now : null });
    },
    reset() {
      keep({ spent: 0, since: kept.peek().since === null ? null : Date.now() });
    },
  };
}

function restored(key: string): Kept {
  try {
    const { spent, since } = JSON.parse(readStored('sessionStorage', key) ?? '') as Kept;
    return { spent: Number(spent) || 0, since: typeof since === 'number' ? since : null };
  } catch {
    return { spent: 0, since: null };
  }
}

/** Seconds as 3:07 or 1:02:45. */
export function durationText(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}
