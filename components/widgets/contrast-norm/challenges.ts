import type { Result } from './compute.ts';
import type { Params } from './params.ts';

/** Outputs that differ by less look the same. */
const ALIKE = 0.01;

/** Batch normalization makes the same of two or more images, none of them flat. */
export function greyAlike({ x }: Params, result: Result): boolean {
  return x.shape[0] > 1 && haveContrast(result) && result.differences.data[0] < ALIKE;
}

/** Instance normalization does not make the same of images that all have contrast enough for ε not to matter. */
export function stillApart({ x }: Params, result: Result): boolean {
  return x.shape[0] > 1 && haveContrast(result) && result.differences.data[1] > 0.5;
}

function haveContrast({ mean, variance }: Result): boolean {
  const [, images] = mean.shape;
  return variance.data.subarray(0, images).every((one) => one > 0.25);
}
