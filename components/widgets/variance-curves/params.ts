import { activationNames } from '#nd/activation-names.ts';
import { choice, integer, number, type ParamsOf } from '#kit/params.ts';
import { slotKinds, stageNames } from './data.ts';

export const MOST_BLOCKS = 100;

export const params = {
  first: choice(slotKinds, 'none'),
  second: choice(slotKinds, 'batch'),
  third: choice(slotKinds, 'free'),
  fourth: choice(slotKinds, 'off'),
  blocks: integer({ min: 1, max: MOST_BLOCKS, default: 25 }),
  /** Where stages begin. */
  stages: choice(stageNames, 'one'),
  layer: choice(['dense', 'conv'], 'dense'),
  /** Units of a dense layer; a convolution has a quarter as many channels. */
  width: choice(['64', '128', '256', '512'], '128'),
  activation: choice(activationNames, 'relu'),
  /** How much a branch adds where there is no norm. */
  alpha: number({ min: 0, max: 3, step: 0.05, default: 1 }),
  /** Whether β divides before the activation or after it. */
  divides: choice(['before', 'after'], 'before'),
  axis: choice(['linear', 'logarithmic'], 'linear'),
  seed: integer({ min: 0, max: 9999, default: 1 }),
  /** The block that is looked at; 0 is the input. */
  step: integer({ min: 0, max: MOST_BLOCKS, default: 25 }),
};

export type Params = ParamsOf<typeof params>;
