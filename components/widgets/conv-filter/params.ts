import { activationNames } from '#nd/activation-names.ts';
import { matrix } from '#nd/nd-array.ts';
import { choice, integer, number, tensor, toggle, type ParamsOf } from '#kit/params.ts';
import { disc } from '#nd/sample-images.ts';
import { kernels } from '#nd/sample-kernels.ts';

/** Largest image side, padding and output that a reader can make. */
export const MAX_SIDE = 28;
const MAX_PADDING = 6;
const MAX_STEP = (MAX_SIDE + 2 * MAX_PADDING) ** 2 - 1;

export const params = {
  image: tensor({
    axes: [
      [3, MAX_SIDE],
      [3, MAX_SIDE],
    ],
    min: -99,
    max: 99,
    default: disc(8),
  }),
  kernel: tensor({
    axes: [
      [1, 7],
      [1, 7],
    ],
    min: -99,
    max: 99,
    default: matrix(kernels.sobelX),
  }),
  stride: integer({ min: 1, max: 4, default: 1 }),
  padding: integer({ min: 0, max: MAX_PADDING, default: 0 }),
  paddingMode: choice(['constant', 'reflect', 'replicate'], 'constant'),
  /** What the added cells hold where they are constant. */
  paddingValue: number({ min: -99, max: 99, step: 0.1, default: 0 }),
  dilation: integer({ min: 1, max: 4, default: 1 }),
  bias: number({ min: -99, max: 99, step: 0.1, default: 0 }),
  activation: choice(activationNames, 'relu'),
  /** Also show what padding the output, not the input, would give. */
  padOutput: toggle(false),
  /** Output cell, row by row, up to which the window has come. */
  step: integer({ min: 0, max: MAX_STEP, default: 14 }),
  /** Output cell, counted row by row, whose window is shown; −1 for the one that `step` has come to. */
  cell: integer({ min: -1, max: MAX_STEP, default: -1 }),
};

export type Params = ParamsOf<typeof params>;
