import { integer, number, type ParamsOf } from '#kit/params.ts';

/** What reaches the sigmoid: the input as it comes, normalized, then scaled and shifted as well. */
export const stages = ['input', 'normalized', 'affine'] as const;

export const params = {
  /** Mean and deviation of the law that the input is drawn from. */
  mean: number({ min: -5, max: 5, step: 0.1, default: 3 }),
  spread: number({ min: 0.1, max: 4, step: 0.1, default: 3 }),
  gamma: number({ min: -6, max: 6, step: 0.1, default: 1 }),
  beta: number({ min: -5, max: 5, step: 0.1, default: 0 }),
  seed: integer({ min: 0, max: 9999, default: 1 }),
  /** The stage that is shown. */
  step: integer({ min: 0, max: 2, default: 1 }),
};

export type Params = ParamsOf<typeof params>;
