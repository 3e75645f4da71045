import type { Result } from './compute.ts';
import type { Params } from './params.ts';

/** Ten steps on noise-free data bring the loss below a ten-thousandth of its start. */
export function learnsFast({ steps, noise }: Params, { losses }: Result): boolean {
  return steps >= 10 && noise === 0 && losses.data[10] < 1e-4 * losses.data[0];
}
