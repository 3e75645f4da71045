import { ndArray } from '#nd/nd-array.ts';
import { choice, integer, number, tensor, type ParamsOf } from '#kit/params.ts';

/** Layers that a chain can have. */
export const DEEPEST = 30;

/** Chains up to here are edited weight by weight, and have all of their numbers written out. */
export const SHORT = 8;

export const params = {
  /** One weight for each layer, in the order in which the input meets them. */
  weights: tensor({
    axes: [
      [1, 1],
      [1, DEEPEST],
    ],
    min: -3,
    max: 3,
    default: ndArray([1, 4], [1.5, 0.8, 1.2, 2]),
  }),
  /** A small batch. The chain without normalization sees one of its examples only. */
  x: tensor({
    axes: [
      [1, 1],
      [2, 12],
    ],
    min: -9,
    max: 9,
    default: ndArray([1, 8], [1, -1.2, 0.4, -0.3, 1.6, -2, 0.1, -0.8]),
  }),
  /** The example whose output is to be lowered, counted from 1. */
  watched: integer({ min: 1, max: 12, default: 1 }),
  /** Length of the step: every weight moves by −ε times its gradient. */
  epsilon: number({ min: 0, max: 2000, step: 0.01, default: 0.01 }),
  /** The chain that takes the same step beside the first one. */
  beside: choice(['none', 'norm', 'relu-norm'], 'none'),
  /** Added to the variance by batch normalization. */
  normEpsilon: choice(['0', '0.00001', '0.001'], '0.00001'),
  /** Of every ReLU unit below the normalization. */
  bias: number({ min: -2, max: 2, step: 0.05, default: -0.25 }),
  /** Layers that have taken their step, from the first on. */
  step: integer({ min: 0, max: DEEPEST, default: DEEPEST }),
  /** The layer that is written out, counted from 1. */
  layer: integer({ min: 1, max: DEEPEST, default: 2 }),
};

export type Params = ParamsOf<typeof params>;
