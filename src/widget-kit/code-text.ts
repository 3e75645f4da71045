import type { NdArray } from '#nd/nd-array.ts';
import { shortDecimal } from './tensor-text.ts';

/** The rows of a matrix as nested lists, one row a line, for exported code. */
export function rowsText({ shape, data }: NdArray, indent: string): string {
  const rows = Array.from({ length: shape[0] }, (_, row) => {
    const cells = Array.from(data.subarray(row * shape[1], (row + 1) * shape[1]), shortDecimal);
    return `${indent}[${cells.join(', ')}]`;
  });
  return `[\n${rows.join(',\n')},\n]`;
}
