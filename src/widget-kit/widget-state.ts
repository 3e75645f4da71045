import { batch, computed, signal, type ReadonlySignal } from '@preact/signals-core';
import type { Answer, Arrays, ComputedBy } from '#engine/messages.ts';
import { newestWins } from '#engine/newest-wins.ts';
import type { TensorErrorData } from '#nd/tensor-error.ts';
import { record, redo, startHistory, undo } from './history.ts';
import type { Param, ParamsOf, Schema } from './params.ts';

/** A result together with the params it was computed from: always consistent with each other. */
export type Answered<P, R> = {
  readonly params: P;
  readonly result: R;
  /** Undefined while the figure is the one that was computed when the page was built. */
  readonly computedBy: ComputedBy | undefined;
};

/** What is wrong with the present params; the figure still shows the last good ones. */
export type Failure =
  | { readonly kind: 'refused'; readonly error: TensorErrorData }
  | { readonly kind: 'broken'; readonly message: string };

export type WidgetState<P, R> = {
  readonly params: ReadonlySignal<P>;
  /** The last good result. */
  readonly answered: ReadonlySignal<Answered<P, R>>;
  readonly failure: ReadonlySignal<Failure | undefined>;
  /** Whether a newer question than the answered one is on its way. */
  readonly pending: ReadonlySignal<boolean>;
  /** Whether the figure shows other params than the present ones: where edits alone ask nothing. */
  readonly outdated: ReadonlySignal<boolean>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** The params that the newest edit changed: what the reader has just had in hand. */
  readonly edited: ReadonlySignal<readonly string[]>;
  /** Changes params as an edit that can be undone; edits of one gesture are undone together. */
  edit(patch: Partial<P>, gesture?: string): void;
  /** Changes params without a trace in the history: playback, a restored state. */
  show(patch: Partial<P>): void;
  undo(): void;
  redo(): void;
  /** Back to the state that the widget opened with, as an edit. */
  reset(): void;
  /** Asks for the present params again, of another backend for example. */
  ask(): void;
  /** An experiment has begun: answers will come until it is concluded. */
  expect(): void;
  /** Takes what has come of an experiment so far. */
  hear(params: P, answer: Answer): void;
  /** Takes the last answer of an experiment: an error if it failed, none if it was stopped. */
  conclude(params: P, answer: Answer | Error | undefined): void;
};

/** The state of a widget whose params and result are not known here. */
export type AnyState = WidgetState<ParamsOf<Schema>, Arrays>;

export type Ask<P> = (params: P) => Promise<Answer>;

/**
 * The state of one widget on a page: params, history and the newest result.
 * @param playback params that only move the timeline or the view: changing them computes nothing
 * @param onDemand whether edits ask nothing by themselves, since an answer takes its time
 */
export function createWidgetState<S extends Schema, R extends Arrays>(options: {
  readonly schema: S;
  readonly initial: ParamsOf<S>;
  readonly result: R;
  readonly playback?: readonly string[];
  readonly onDemand?: boolean;
  readonly ask: Ask<ParamsOf<S>>;
}): WidgetState<ParamsOf<S>, R> {
  type P = ParamsOf<S>;
  const { schema, initial, playback = [], onDemand = false } = options;
  const history = signal(startHistory(initial));
  const answered = signal<Answered<P, R>>({
    params: initial,
    result: options.result,
    computedBy: undefined,
  });
  const failure = signal<Failure | undefined>(undefined);
  const pending = signal(false);
  const edited = signal<readonly string[]>([]);
  const params = computed(() => history.value.present);

  const put = newestWins(
    async (question: P): Promise<Answer | Error> => {
      try {
        return await options.ask(question);
      } catch (error) {
        return error instanceof Error ? error : new Error(String(error));
      }
    },
    (question, answer, newest) => {
      batch(() => {
        pending.value = !newest;
        receive(question, answer);
      });
    },
  );

  function receive(question: P, answer: Answer | Error): void {
    if (answer instanceof Error) {
      failure.value = { kind: 'broken', message: answer.message };
    } else if (answer.kind === 'refused') {
      failure.value = { kind: 'refused', error: answer.error };
    } else if (answer.kind === 'lost') {
      failure.value = { kind: 'broken', message: 'WebGL context lost' };
    } else {
      failure.value = undefined;
      answered.value = {
        params: question,
        result: answer.result as R,
        computedBy: answer.computedBy,
      };
    }
  }

  function sameParams(a: P, b: P, except: readonly string[] = []): boolean {
    return Object.entries(schema).every(([key, param]) => {
      const { same } = param as Param<unknown>;
      return except.includes(key) || a[key] === b[key] || same(a[key], b[key]);
    });
  }

  function ask(): void {
    pending.value = true;
    put(params.value);
  }

  function move(next: typeof history.value): void {
    const before = params.value;
    batch(() => {
      history.value = next;
      if (!onDemand && !sameParams(before, next.present, playback)) ask();
    });
  }

  return {
    params,
    answered,
    failure,
    pending,
    outdated: computed(() => !sameParams(params.value, answered.value.params, playback)),
    edited,
    canUndo: computed(() => history.value.past.length > 0),
    canRedo: computed(() => history.value.future.length > 0),
    edit(patch, gesture) {
      batch(() => {
        edited.value = Object.keys(patch).filter((key) => !playback.includes(key));
        const next = { ...params.value, ...patch };
        if (!sameParams(params.value, next)) move(record(history.value, next, gesture));
      });
    },
    show(patch) {
      move({ ...history.value, present: { ...params.value, ...patch } });
    },
    undo() {
      move(undo(history.value));
    },
    redo() {
      move(redo(history.value));
    },
    reset() {
      if (!sameParams(params.value, initial)) move(record(history.value, initial));
    },
    ask,
    expect() {
      pending.value = true;
    },
    hear: receive,
    conclude(question, answer) {
      batch(() => {
        pending.value = false;
        if (answer) receive(question, answer);
      });
    },
  };
}
