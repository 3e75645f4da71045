import { choice, integer, number, type ParamsOf } from '#kit/params.ts';
import { kinds } from './data.ts';

export const MOST_BLOCKS = 50;

/** No factor of a branch is larger. */
export const MOST_FACTOR = 2;

export const params = {
  kind: choice(kinds, 'batch'),
  blocks: integer({ min: 1, max: MOST_BLOCKS, default: 20 }),
  /** Units of every layer. */
  width: choice(['32', '64', '128', '256'], '128'),
  /** s of SkipInit, which is 0 before training. */
  skip: number({ min: 0, max: MOST_FACTOR, step: 0.01, default: 0 }),
  /** α of NF. */
  alpha: number({ min: 0, max: MOST_FACTOR, step: 0.01, default: 0.2 }),
  seed: integer({ min: 0, max: 9999, default: 6 }),
  /** How long the bars of the three quantities are: their own size, or parts of E[x²]. */
  scale: choice(['size', 'part'], 'size'),
  /** The block that is looked at, from 0. */
  step: integer({ min: 0, max: MOST_BLOCKS - 1, default: 9 }),
};

export type Params = ParamsOf<typeof params>;
