import type { TensorErrorCode } from './tensor-error-sentences.ts';

export type { TensorErrorCode };
export type TensorErrorValues = Readonly<Record<string, string | number>>;

/**
 * A TensorError as plain data, which survives the way between threads. The sentences come with it:
 * the page need not know all that could go wrong.
 */
export type TensorErrorData = {
  readonly code: TensorErrorCode;
  readonly argument: string;
  /** What is wrong, to be said after the name of the argument. */
  readonly sentence: Readonly<Record<'en' | 'ja', string>>;
};

/**
 * An argument that a tensor operation cannot work with: which one, what it was, what it must be. How to
 * say it to a reader is in tensor-error-sentences.ts, and stays out of scripts that only may fail.
 */
export class TensorError extends Error {
  readonly code: TensorErrorCode;
  readonly argument: string;
  readonly values: TensorErrorValues;

  constructor(code: TensorErrorCode, argument: string, values: TensorErrorValues) {
    super(`${argument}: ${code} ${JSON.stringify(values)}`);
    this.name = 'TensorError';
    this.code = code;
    this.argument = argument;
    this.values = values;
  }
}
