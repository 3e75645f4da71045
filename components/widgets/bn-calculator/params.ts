import { ndArray } from '#nd/nd-array.ts';
import { choice, integer, number, tensor, type ParamsOf } from '#kit/params.ts';

/** Lines of the algorithm: mean, variance, normalization, scale and shift. */
export const LINES = 4;

export const params = {
  /** The numbers of one channel, in a row. */
  x: tensor({
    axes: [
      [1, 1],
      [2, 12],
    ],
    min: -99,
    max: 99,
    default: ndArray([1, 4], [1, 2, 3, 6]),
  }),
  gamma: number({ min: -10, max: 10, step: 0.1, default: 1 }),
  beta: number({ min: -20, max: 20, step: 0.1, default: 0 }),
  epsilon: choice(['0', '0.00001', '0.001'], '0.00001'),
  /** Lines that have been gone through. */
  step: integer({ min: 0, max: LINES, default: LINES }),
  /** The number that lines 3 and 4 are written out for. */
  cell: integer({ min: 0, max: 11, default: 3 }),
};

export type Params = ParamsOf<typeof params>;
