import type { NdArray } from '#nd/nd-array.ts';
import type { TensorErrorData } from '#nd/tensor-error.ts';
import type { BackendFacts, BackendName } from './backend-names.ts';

/** What a widget's compute gives back: arrays by name, scalars as arrays of shape []. */
export type Arrays = Readonly<Record<string, NdArray>>;

/** A widget's tensors: plain params in, plain arrays out. */
export type Compute<P = never, R extends Arrays = Arrays> = (params: P) => Promise<R>;

export type ComputedBy = BackendFacts & { readonly milliseconds: number };

export type Answer<R = Arrays> =
  | { readonly kind: 'result'; readonly result: R; readonly computedBy: ComputedBy }
  /** An argument that cannot be met: the reader's to mend. */
  | { readonly kind: 'refused'; readonly error: TensorErrorData }
  /** The graphics context is gone and with it this worker's memory; ask a new one. */
  | { readonly kind: 'lost' };

/** What the worker offers to the page. */
export type EngineWorker = {
  /** Starts the first backend that works: the wanted one, or the best. */
  start(wanted: BackendName | undefined): Promise<BackendFacts>;
  /** Loads what a widget is computed and checked with before it is asked for. */
  warm(widget: string): Promise<void>;
  /** Computes on the started backend, or on another one to compare with. */
  compute(widget: string, params: unknown, on?: BackendName): Promise<Answer>;
  /** Tensors alive on the backends; the same before and after any number of questions. */
  tensorCount(): number;
};
