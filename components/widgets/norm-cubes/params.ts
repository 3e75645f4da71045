import { choice, integer, tensor, type ParamsOf } from '#kit/params.ts';
import { sceneParams } from '#kit/scene-params.ts';
import { ndArray } from '#nd/nd-array.ts';
import { sampleTensor } from '#nd/sample-tensor.ts';
import { MAX_SIZE, MOST_SETS, norms } from './sets.ts';

const size = [1, MAX_SIZE] as const;
const perChannel = (value: number) =>
  tensor({ axes: [size], min: -99, max: 99, default: ndArray([4], [value, value, value, value]) });

const perElement = (value: number) =>
  tensor({
    axes: [size, size, size],
    min: -99,
    max: 99,
    default: { shape: [4, 5, 5], data: new Float32Array(100).fill(value) },
  });

export const params = {
  x: tensor({
    axes: [size, size, size, size],
    min: -99,
    max: 99,
    default: sampleTensor([3, 4, 5, 5]),
  }),
  norm: choice(norms, 'batch'),
  /** Groups of channels of group normalization; only divisors of C can be computed. */
  groups: integer({ min: 1, max: MAX_SIZE, default: 2 }),
  /** A second normalization of the same tensor, to look at beside the first. */
  beside: choice(norms, 'none'),
  /** One factor a channel, for BN, IN and GN; a channel beyond the last one has 1. */
  gamma: perChannel(1),
  /** One summand a channel; a channel beyond the last one has 0. */
  beta: perChannel(0),
  /** One factor for each element of an image, [C, H, W], for LN and RMSNorm; beyond its bounds, 1. */
  elementGamma: perElement(1),
  /** One summand for each element of an image, for LN; beyond its bounds, 0. */
  elementBeta: perElement(0),
  epsilon: choice(['0', '0.00001', '0.001'], '0.00001'),
  /** Sets that are normalized so far. */
  step: integer({ min: 0, max: MOST_SETS, default: MOST_SETS }),
  /** The element that the figure speaks of, counted through the tensor. */
  cell: integer({ min: 0, max: MAX_SIZE ** 4 - 1, default: 137 }),
  ...sceneParams({ yaw: 34, pitch: 20 }),
};

export type Params = ParamsOf<typeof params>;
