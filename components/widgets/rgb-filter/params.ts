import { integer, number, tensor, type ParamsOf } from '#kit/params.ts';
import { filters } from './filters.ts';
import { pictures } from './pictures.ts';

/** Red, green and blue, in the order of the slices. */
export const channels = ['red', 'green', 'blue'] as const;

export type Channel = (typeof channels)[number];

/** Largest image side, kernel side and padding that a reader can make. */
export const MAX_SIDE = 16;
export const MAX_KERNEL = 5;
const MAX_PADDING = 3;

export const params = {
  image: tensor({
    axes: [
      [3, 3],
      [3, MAX_SIDE],
      [3, MAX_SIDE],
    ],
    min: -99,
    max: 99,
    default: pictures.shapes(8),
  }),
  /** The one filter: a slice for each channel. */
  kernel: tensor({
    axes: [
      [3, 3],
      [1, MAX_KERNEL],
      [1, MAX_KERNEL],
    ],
    min: -99,
    max: 99,
    default: filters.redThenGreen,
  }),
  bias: number({ min: -99, max: 99, step: 0.1, default: 0.5 }),
  stride: integer({ min: 1, max: 3, default: 1 }),
  padding: integer({ min: 0, max: MAX_PADDING, default: 0 }),
  /** Output cell, counted row by row, whose window is shown. */
  cell: integer({ min: 0, max: (MAX_SIDE + 2 * MAX_PADDING) ** 2 - 1, default: 16 }),
};

export type Params = ParamsOf<typeof params>;
