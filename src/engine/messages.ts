import type { DataSet } from '#lab/data/data-set.ts';
import type { Experiment } from '#lab/experiment.ts';
import type { NdArray } from '#nd/nd-array.ts';
import type { TensorErrorData } from '#nd/tensor-error.ts';
import type { BackendFacts, BackendName } from './backend-names.ts';

/** What a widget's compute gives back: arrays by name, scalars as arrays of shape []. */
export type Arrays = Readonly<Record<string, NdArray>>;

/**
 * A widget's tensors: plain params in, plain arrays out, at once or as an experiment that takes its time,
 * which may be given data of the reader's own.
 */
export type Compute<P = never, R extends Arrays = Arrays> = (
  params: P,
  data?: DataSet,
) => Promise<R> | Experiment<R>;

export type ComputedBy = BackendFacts & { readonly milliseconds: number };

export type Answer<R = Arrays> =
  | { readonly kind: 'result'; readonly result: R; readonly computedBy: ComputedBy }
  /** An argument that cannot be met: the reader's to mend. */
  | { readonly kind: 'refused'; readonly error: TensorErrorData }
  /** The graphics context is gone and with it this worker's memory; ask a new one. */
  | { readonly kind: 'lost' };

/** What an experiment has to say on its way. */
export type News = {
  readonly done: number;
  readonly total: number;
  readonly result: Arrays;
  readonly computedBy: ComputedBy;
};

/** What the worker offers to the page. */
export type EngineWorker = {
  /** Starts the first backend that works: the wanted one, or the best. */
  start(wanted: BackendName | undefined): Promise<BackendFacts>;
  /** Loads what a widget is computed and checked with before it is asked for. */
  warm(widget: string): Promise<void>;
  /** Computes on the started backend, or on another one to compare with. */
  compute(widget: string, params: unknown, on?: BackendName): Promise<Answer>;
  /**
   * Conducts an experiment on the started backend to its end. It waits for every answer to its reports,
   * which is how it is paused.
   */
  experiment(
    widget: string,
    params: unknown,
    report: (news: News) => Promise<void>,
    data?: DataSet,
  ): Promise<Answer>;
  /** Tensors alive on the backends; the same before and after any number of questions. */
  tensorCount(): number;
};
