import { activationNames } from '#nd/activation-names.ts';
import { choice, integer, type ParamsOf } from '#kit/params.ts';

/** Numbers in a sample: from each size to the next four times as many, so that error bars are halved. */
export const sizes = ['16', '64', '256', '1024', '4096', '16384', '65536'] as const;

export type Size = (typeof sizes)[number];

export const params = {
  activation: choice(activationNames, 'relu'),
  size: choice(sizes, '1024'),
  seed: integer({ min: 0, max: 9999, default: 1 }),
};

export type Params = ParamsOf<typeof params>;
