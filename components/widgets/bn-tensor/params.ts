import { choice, integer, tensor, type ParamsOf } from '#kit/params.ts';
import { sceneParams } from '#kit/scene-params.ts';
import { ndArray } from '#nd/nd-array.ts';
import { sampleTensor } from '#nd/sample-tensor.ts';
import { LINES, MAX_SIZE } from './walk.ts';

const size = [1, MAX_SIZE] as const;
const perChannel = (value: number) =>
  tensor({ axes: [size], min: -99, max: 99, default: ndArray([4], [value, value, value, value]) });

export const params = {
  x: tensor({
    axes: [size, size, size, size],
    min: -99,
    max: 99,
    default: sampleTensor([3, 4, 5, 5]),
  }),
  /** One factor a channel; a channel beyond the last one has 1. */
  gamma: perChannel(1),
  /** One summand a channel; a channel beyond the last one has 0. */
  beta: perChannel(0),
  epsilon: choice(['0.00001', '0.001'], '0.00001'),
  /** Lines of the algorithm that have been gone through, four a channel. */
  step: integer({ min: 0, max: LINES * MAX_SIZE, default: 6 }),
  /** The element that the figure speaks of, counted through the tensor; −1 goes along with the steps. */
  cell: integer({ min: -1, max: MAX_SIZE ** 4 - 1, default: -1 }),
  ...sceneParams({ yaw: 32, pitch: 20 }),
};

export type Params = ParamsOf<typeof params>;
