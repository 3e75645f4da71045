import { sizeOf, type NdArray } from '#nd/nd-array.ts';
import { shortDecimal } from './tensor-text.ts';

/** An array as nested lists, one innermost row a line, for exported code. */
export function rowsText({ shape, data }: NdArray, indent: string): string {
  const [rows, ...rest] = shape;
  const size = sizeOf(rest);
  const parts = Array.from({ length: rows }, (_, row) => {
    const part = { shape: rest, data: data.subarray(row * size, (row + 1) * size) };
    return rest.length === 1
      ? `${indent}[${Array.from(part.data, shortDecimal).join(', ')}]`
      : `${indent}${rowsText(part, indent).replaceAll('\n', `\n${indent}`)}`;
  });
  return `[\n${parts.join(',\n')},\n]`;
}
