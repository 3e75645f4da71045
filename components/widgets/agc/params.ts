import { matrix, type NdArray } from '#nd/nd-array.ts';
import { choice, integer, number, tensor, type ParamsOf } from '#kit/params.ts';
import { MOST, UNITS } from './sizes.ts';

const arrows = (initial: NdArray) =>
  tensor({
    axes: [
      [UNITS, UNITS],
      [2, 2],
    ],
    min: -MOST,
    max: MOST,
    default: initial,
  });

export const params = {
  weights: arrows(
    matrix([
      [3, 4],
      [0.6, -0.8],
      [-0.008, 0.006],
      [0, 0],
    ]),
  ),
  gradients: arrows(
    matrix([
      [0.4, 0.3],
      [0.004, 0.003],
      [0.0012, 0.0016],
      [-3e-6, 4e-6],
    ]),
  ),
  /** The longest that a gradient may be, in lengths of its weights. */
  lambda: number({ min: 0.001, max: 1, step: 0.001, default: 0.01 }),
  /** What shorter weights count as. */
  epsilon: choice(['0', '0.0001', '0.001', '0.01', '0.1'], '0.001'),
  /** What is clipped by itself: every row, or the whole parameter. */
  unit: choice(['row', 'whole'], 'row'),
  /** The length that global clipping brings all gradients together to. */
  limit: number({ min: 0.001, max: 10, step: 0.01, default: 0.1 }),
  /** Learning rate: a step is so many times the gradient. */
  rate: number({ min: 0, max: 10, step: 0.1, default: 1.6 }),
  /** The unit that the formulas are written out for, from 0. */
  look: integer({ min: 0, max: UNITS - 1, default: 0 }),
};

export type Params = ParamsOf<typeof params>;
