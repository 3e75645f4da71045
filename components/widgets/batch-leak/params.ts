import { choice, integer, number, tensor, type ParamsOf } from '#kit/params.ts';
import { brighter, FRAMES, imageOf, MAX_BATCH, sampleBatch, SIDE } from './data.ts';

const side = [SIDE, SIDE] as const;
const firstBatch = sampleBatch(4);

export const params = {
  x: tensor({ axes: [[1, MAX_BATCH], [1, 1], side, side], min: -99, max: 99, default: firstBatch }),
  /** The image whose output is watched, from 0. */
  mine: integer({ min: 0, max: MAX_BATCH - 1, default: 0 }),
  /** The image that is changed, from 0; if it is mine or there is no such one, the first other. */
  changed: integer({ min: 0, max: MAX_BATCH - 1, default: 2 }),
  /** What stands in its place. */
  replacement: tensor({
    axes: [side, side],
    min: -99,
    max: 99,
    default: brighter(imageOf(firstBatch, 2)),
  }),
  mode: choice(['training', 'evaluation'], 'training'),
  /** Statistics of evaluation, which come from training and not from this batch. */
  runningMean: number({ min: -9, max: 9, step: 0.05, default: 0.5 }),
  runningVariance: number({ min: 0.01, max: 9, step: 0.05, default: 0.15 }),
  /** Tenths of the change that are made. */
  step: integer({ min: 0, max: FRAMES - 1, default: FRAMES - 1 }),
};

export type Params = ParamsOf<typeof params>;
