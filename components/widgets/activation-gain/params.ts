import { activationNames } from '#nd/activation-names.ts';
import { choice, integer, type ParamsOf } from '#kit/params.ts';
import { sizes } from './sizes.ts';

export const params = {
  activation: choice(activationNames, 'relu'),
  size: choice(sizes, '1024'),
  seed: integer({ min: 0, max: 9999, default: 1 }),
};

export type Params = ParamsOf<typeof params>;
