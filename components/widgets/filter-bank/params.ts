import { choice, integer, tensor, type ParamsOf } from '#kit/params.ts';
import { sceneParams } from '#kit/scene-params.ts';
import { ndArray } from '#nd/nd-array.ts';
import { pictures } from './pictures.ts';
import { sampleFilters } from './weights.ts';

export const MAX_CHANNELS = 8;
export const MAX_FILTERS = 8;
export const MIN_SIDE = 3;
export const MAX_SIDE = 64;
export const MAX_KERNEL = 5;

export const params = {
  image: tensor({
    axes: [
      [1, MAX_CHANNELS],
      [MIN_SIDE, MAX_SIDE],
      [MIN_SIDE, MAX_SIDE],
    ],
    min: -9,
    max: 9,
    default: pictures.house(12),
  }),
  weight: tensor({
    axes: [
      [1, MAX_FILTERS],
      [1, MAX_CHANNELS],
      [1, MAX_KERNEL],
      [1, MAX_KERNEL],
    ],
    min: -99,
    max: 99,
    default: sampleFilters(4, 3),
  }),
  /** One number a filter; a filter beyond the last one has 0. */
  bias: tensor({
    axes: [[1, MAX_FILTERS]],
    min: -99,
    max: 99,
    default: ndArray([4], [0, 0, 0, 0]),
  }),
  groups: integer({ min: 1, max: MAX_CHANNELS, default: 1 }),
  padding: integer({ min: 0, max: 2, default: 0 }),
  activation: choice(['identity', 'relu'], 'identity'),
  /** The filter that is shown slice by slice. */
  filter: integer({ min: 0, max: MAX_FILTERS - 1, default: 0 }),
  ...sceneParams({ yaw: 36, pitch: 20 }),
};

export type Params = ParamsOf<typeof params>;
