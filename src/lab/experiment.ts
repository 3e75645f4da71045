import type { NdArray } from '#nd/nd-array.ts';

/** How far an experiment has come. */
export type Progress<R extends Readonly<Record<string, NdArray>>> = {
  readonly done: number;
  readonly total: number;
  /** The whole result as far as it goes, of the same arrays from the first step to the last. */
  result(): Promise<R>;
};

/**
 * An experiment: says how far it has come, again and again, until it is over. The last time nothing is
 * left to be done, also where it ends early: `done` is `total`.
 */
export type Experiment<R extends Readonly<Record<string, NdArray>>> = AsyncGenerator<
  Progress<R>,
  void,
  undefined
>;
