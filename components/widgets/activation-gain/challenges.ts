import { activationNames } from '#nd/activation-names.ts';
import type { Result } from './compute.ts';
import { estimatesOf, gainsOf, misses } from './gains.ts';
import type { Params } from './params.ts';
import { sizes } from './sizes.ts';

/** An activation that keeps the variance at 1, although it is not the identity. */
export function keeps({ activation }: Params, result: Result): boolean {
  const { gamma } = gainsOf(result)[activationNames.indexOf(activation)];
  return activation !== 'identity' && Math.abs(gamma - 1) < 1e-4;
}

/** A sample of 1,024 or more whose γ is more than two standard errors off. */
export function missed({ activation, size }: Params, result: Result): boolean {
  const { gamma } = gainsOf(result)[activationNames.indexOf(activation)];
  const sample = estimatesOf(result)[sizes.indexOf(size)];
  return sample.count >= 1024 && misses(sample.gamma, gamma);
}
