import { integer, number, toggle, type ParamsOf } from '#kit/params.ts';
import { BATCHES, LARGEST } from './data.ts';

export const params = {
  /** Images of a batch, N. */
  batchSize: integer({ min: 1, max: LARGEST, default: 4 }),
  /** Rows and columns of every image, H = W. */
  side: integer({ min: 1, max: 7, default: 1 }),
  /** Between any two pixels of one image. */
  correlation: number({ min: 0, max: 1, step: 0.1, default: 0.3 }),
  seed: integer({ min: 0, max: 9999, default: 1 }),
  /** Whether the numbers stand below, for batches of 2, 4, 8 … images. */
  table: toggle(false),
  /** The batch that was drawn last, counted from 0. */
  step: integer({ min: 0, max: BATCHES - 1, default: BATCHES - 1 }),
};

export type Params = ParamsOf<typeof params>;
