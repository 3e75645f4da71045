import type { Result } from './compute.ts';
import { quantities, sides, type Quantity, type Side } from './data.ts';

/** One curve of one network, [layers + 1]. */
export function curveOf({ curves }: Result, side: Side, quantity: Quantity): Float32Array {
  const { data, shape } = curves;
  const from = (sides.indexOf(side) * shape[1] + quantities.indexOf(quantity)) * shape[2];
  return data.slice(from, from + shape[2]);
}
