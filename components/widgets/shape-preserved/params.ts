import { choice, integer, number, tensor, type ParamsOf } from '#kit/params.ts';
import { ndArray } from '#nd/nd-array.ts';
import { BARS, distributions, TALLEST } from './distributions.ts';

export const params = {
  distribution: choice(distributions, 'exponential'),
  /** Heights of the bars that a sketch is made of, from left to right: only their ratios matter. */
  sketch: tensor({
    axes: [[BARS, BARS]],
    min: 0,
    max: TALLEST,
    default: ndArray([BARS], [0, 1, 4, 8, 9, 6, 3, 1, 0, 0, 2, 5, 5, 2, 0, 0, 0, 1, 2, 1]),
  }),
  /** Numbers in the sample. */
  size: integer({ min: 200, max: 2000, default: 600 }),
  seed: integer({ min: 0, max: 9999, default: 1 }),
  gamma: number({ min: -3, max: 3, step: 0.1, default: 1 }),
  beta: number({ min: -5, max: 5, step: 0.1, default: 0 }),
  /** How far the sample has come: as it was drawn, less its mean, divided by its deviation, γ and β. */
  step: integer({ min: 0, max: 3, default: 3 }),
};

export type Params = ParamsOf<typeof params>;
