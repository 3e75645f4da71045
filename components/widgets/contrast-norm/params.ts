import { choice, integer, tensor, type ParamsOf } from '#kit/params.ts';
import { batchOf, pictures, SIDE } from './pictures.ts';

/** Most images of a batch. */
export const MOST_IMAGES = 4;

/** The steps of a normalization: as it is, less its mean, divided by its deviation. */
export const LAST_STEP = 2;

export const params = {
  x: tensor({
    axes: [
      [1, MOST_IMAGES],
      [1, 1],
      [2, SIDE],
      [2, SIDE],
    ],
    min: -99,
    max: 99,
    default: batchOf(pictures.portrait(SIDE), [
      { mean: 1, deviation: 1 },
      { mean: 1, deviation: 3 },
    ]),
  }),
  epsilon: choice(['0.00001', '0.001', '0.1'], '0.00001'),
  step: integer({ min: 0, max: LAST_STEP, default: LAST_STEP }),
  /** The image whose numbers stand in the formulas. */
  image: integer({ min: 0, max: MOST_IMAGES - 1, default: 0 }),
};

export type Params = ParamsOf<typeof params>;
