import { choice, integer, tensor, type ParamsOf } from '#kit/params.ts';
import { activationNames } from '#nd/activation-names.ts';
import { ndArray } from '#nd/nd-array.ts';
import { twoFilters } from './weights.ts';

export const MAX_FILTERS = 8;
export const MAX_CHANNELS = 4;
export const MAX_SIDE = 7;
export const MOST = 9;

/** As Qiao et al. standardize, and the two implementations of what Brock et al. make of it. */
export const forms = ['plain', 'deepmind', 'timm'] as const;

export const params = {
  weight: tensor({
    axes: [
      [1, MAX_FILTERS],
      [1, MAX_CHANNELS],
      [1, MAX_SIDE],
      [1, MAX_SIDE],
    ],
    min: -MOST,
    max: MOST,
    default: twoFilters,
  }),
  /** One factor a filter; a filter beyond the last one has 1. Plain standardization has none. */
  gain: tensor({ axes: [[1, MAX_FILTERS]], min: -MOST, max: MOST, default: ndArray([2], [1, 1]) }),
  form: choice(forms, 'deepmind'),
  /** What the inputs go through before the weights; it is what γ makes up for. */
  activation: choice(activationNames, 'relu'),
  /** How many inputs are drawn. */
  inputs: choice(['64', '256', '1024', '4096'], '1024'),
  seed: integer({ min: 0, max: 9999, default: 1 }),
  /** The weight that the figure speaks of, counted through the tensor. */
  cell: integer({ min: 0, max: MAX_FILTERS * MAX_CHANNELS * MAX_SIDE ** 2 - 1, default: 40 }),
};

export type Params = ParamsOf<typeof params>;
