import type { Result } from './compute.ts';
import type { Params } from './params.ts';

/** ReLU changes nothing in an input that is not zero throughout. */
export function unchanged({ input, activation }: Params, { output }: Result): boolean {
  return (
    activation === 'relu' &&
    input.data.some((value) => value !== 0) &&
    output.data.every((value, index) => value === input.data[index])
  );
}
