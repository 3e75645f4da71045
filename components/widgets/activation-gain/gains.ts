import { activationNames, type ActivationName } from '#nd/activation-names.ts';
import type { NdArray } from '#nd/nd-array.ts';
import type { Result } from './compute.ts';
import { sizes, type Size } from './sizes.ts';
import { releasedGains } from './released.ts';

/** What an activation makes of a standard normal number. */
export type Gains = {
  readonly name: ActivationName;
  readonly mean: number;
  readonly meanSquare: number;
  readonly variance: number;
  readonly gamma: number;
  readonly he: number;
  /** The constant of the released code, if it has one. */
  readonly released: number | undefined;
  /** By which part of γ it is above it. */
  readonly excess: number;
};

export const gainsOf = ({ exact }: Pick<Result, 'exact'>): readonly Gains[] =>
  activationNames.map((name, row) => {
    const [mean, meanSquare, variance, gamma, he, excess] = rowOf(exact, row);
    return { name, mean, meanSquare, variance, gamma, he, released: releasedGains[name], excess };
  });

/** Whether there is another constant for an activation than the exact one: rounding leaves less than that. */
export const hasOther = ({ released, excess }: Gains): boolean =>
  released !== undefined && excess > 1e-6;

export const statistics = ['mean', 'variance', 'gamma'] as const;

export type Statistic = (typeof statistics)[number];

/** A number that a sample gives, and how far it is off, as a rule. */
export type Estimate = { readonly value: number; readonly error: number };

export type Estimates = Readonly<Record<Statistic, Estimate>> & {
  readonly size: Size;
  readonly count: number;
};

export const estimatesOf = ({ samples }: Pick<Result, 'samples'>): readonly Estimates[] =>
  sizes.map((size, row) => {
    const numbers = rowOf(samples, row);
    const [mean, variance, gamma] = statistics.map((_, at) => ({
      value: numbers[2 * at],
      error: numbers[2 * at + 1],
    }));
    return { size, count: Number(size), mean, variance, gamma };
  });

/** Error bars reach two standard errors to either side. */
export const REACH = 2;

/** Whether the error bar of a number does not reach the exact value. */
export const misses = ({ value, error }: Estimate, exact: number): boolean =>
  Math.abs(value - exact) > REACH * error;

function rowOf({ shape, data }: NdArray, row: number): readonly number[] {
  const length = data.length / shape[0];
  return [...data.subarray(row * length, (row + 1) * length)];
}
