import { batch, computed, signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import type { Conducted } from '#engine/laboratory.ts';
import type { News } from '#engine/messages.ts';
import { startExperiment } from '#engine/page-engine.ts';
import type { DataSet } from '#lab/data/data-set.ts';
import { shortened, type AnyWidget } from './define-widget.ts';
import type { AnyState } from './widget-state.ts';

export type RunStatus = 'at-rest' | 'starting' | 'running' | 'paused';

/** How far a run is; milliseconds are those that it has computed. */
export type RunProgress = Pick<News, 'done' | 'total'> & { readonly milliseconds: number };

/** A figure's experiments: they start when the reader says so, and wait while nobody sees them. */
export type RunControl = {
  readonly status: ReadonlySignal<RunStatus>;
  /** Of the newest run; undefined before the first one has begun. */
  readonly progress: ReadonlySignal<RunProgress | undefined>;
  /**
   * Resolves when the run is over, or has been stopped.
   * @param short whether only its first steps are made
   */
  start(short?: boolean): Promise<void>;
  pause(): void;
  resume(): void;
  /** Ends the run; what has come of it stays. */
  stop(): void;
  /** Data of the reader's own, which no link carries: they last as long as the page. */
  readonly data: Signal<DataSet | undefined>;
  /** Tells whether anybody sees the figure. */
  seen(isSeen: boolean): void;
};

type Start = typeof startExperiment;

export function createRunControl(
  widget: Pick<AnyWidget, 'id' | 'run'>,
  state: AnyState,
  begin: Start = startExperiment,
): RunControl {
  const conducted = signal<Conducted | undefined>(undefined);
  const progress = signal<RunProgress | undefined>(undefined);
  const data = signal<DataSet | undefined>(undefined);
  const held = signal(false);
  const isSeen = signal(true);
  const begun = computed(() => progress.value !== undefined);

  const status = computed((): RunStatus => {
    if (!conducted.value) return 'at-rest';
    if (held.value) return 'paused';
    return begun.value ? 'running' : 'starting';
  });

  function settle(): void {
    if (held.value || !isSeen.value) conducted.value?.pause();
    else conducted.value?.resume();
  }

  async function start(short = false): Promise<void> {
    const present = state.params.peek();
    const question = short ? shortened(widget, present) : present;
    const mine = begin(
      { widget: widget.id, params: question, data: data.peek() },
      ({ computedBy, result, ...news }) => {
        batch(() => {
          progress.value = { ...news, milliseconds: computedBy.milliseconds };
          state.hear(question, { kind: 'result', result, computedBy });
        });
      },
    );
    batch(() => {
      progress.value = undefined;
      held.value = false;
      conducted.value = mine;
      state.expect();
    });
    settle();
    const answer = await mine.outcome.catch((error: unknown) =>
      error instanceof Error ? error : new Error(String(error)),
    );
    if (conducted.peek() !== mine) return;
    batch(() => {
      conducted.value = undefined;
      state.conclude(question, answer);
    });
  }

  return {
    status,
    progress,
    data,
    start,
    pause() {
      held.value = true;
      settle();
    },
    resume() {
      held.value = false;
      settle();
    },
    stop() {
      conducted.value?.stop();
    },
    seen(now) {
      isSeen.value = now;
      settle();
    },
  };
}
