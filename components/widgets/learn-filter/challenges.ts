import type { Result } from './compute.ts';
import type { Params } from './params.ts';

/** Eight steps on noise-free data bring the loss below a millionth of its start. */
export function learnsFast({ steps, noise }: Params, { losses }: Result): boolean {
  return steps >= 8 && noise === 0 && losses.data[8] < 1e-6 * losses.data[0];
}
