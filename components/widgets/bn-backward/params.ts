import { matrix } from '#nd/nd-array.ts';
import { choice, integer, number, tensor, type ParamsOf } from '#kit/params.ts';

/** Steps of the way back: less the common part, less the part along x̂, times γ/σ. */
export const STEPS = 3;

export const MAX_COUNT = 12;

export const params = {
  /** The values of one channel, and under each the gradient ∂L/∂y that reaches it: [2, m]. */
  values: tensor({
    axes: [
      [2, 2],
      [2, MAX_COUNT],
    ],
    min: -99,
    max: 99,
    default: matrix([
      [1, 3, 4, 5, 7],
      [0.5, -1.5, 2, 1, 3],
    ]),
  }),
  gamma: number({ min: -10, max: 10, step: 0.1, default: 1 }),
  epsilon: choice(['0', '0.00001', '0.001', '1'], '0'),
  /** Steps that have been made. */
  step: integer({ min: 0, max: STEPS, default: STEPS }),
  /** The value that the formulas are written out for, from 0. */
  cell: integer({ min: 0, max: MAX_COUNT - 1, default: 1 }),
};

export type Params = ParamsOf<typeof params>;
