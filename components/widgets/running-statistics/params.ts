import { choice, integer, number, toggle, type ParamsOf } from '#kit/params.ts';
import { STEPS } from './data.ts';
import { epsilons, libraries } from './rules.ts';

const none = 'none';

export const params = {
  /** What the momentum is the share of: in PyTorch of the new batch, in Keras of the old value. */
  convention: choice(['pytorch', 'keras'], 'pytorch'),
  momentum: number({ min: 0, max: 1, step: 0.01, default: 0.1 }),
  /** Whether the stored variance is multiplied by m / (m − 1). */
  unbiased: toggle(true),
  epsilon: choice(epsilons, '0.00001'),
  /** A library's defaults, to be followed beside. */
  beside: choice([none, ...libraries], 'keras'),
  /** Images of a batch, N. */
  batchSize: integer({ min: 1, max: 32, default: 4 }),
  /** Mean of the pixels before the first batch. */
  mean: number({ min: -4, max: 4, step: 0.1, default: 2 }),
  /** What the mean gains from before the first batch to the last. */
  drift: number({ min: -4, max: 4, step: 0.1, default: 0 }),
  /** Variance of the pixels around it. */
  variance: number({ min: 0.1, max: 8, step: 0.1, default: 2.5 }),
  seed: integer({ min: 0, max: 9999, default: 1 }),
  /** The batch that the figure has come to, counted from 0. */
  step: integer({ min: 0, max: STEPS - 1, default: 9 }),
};

export type Params = ParamsOf<typeof params>;
