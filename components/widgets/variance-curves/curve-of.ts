import type { Result } from './compute.ts';
import { quantities, type Quantity } from './data.ts';

/** A curve of the network in one place. */
export function curveOf({ curves }: Result, slot: number, quantity: Quantity): Float32Array {
  const length = curves.shape[2];
  const from = (slot * quantities.length + quantities.indexOf(quantity)) * length;
  return curves.data.slice(from, from + length);
}
