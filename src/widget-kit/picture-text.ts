import { ndArray, type NdArray } from '#nd/nd-array.ts';

/** More digits than any figure prints. */
const DIGITS = 5;

/**
 * A result as a page carries it until the figure has computed it itself: rounded, which makes it a
 * third as long; what is not finite is kept.
 */
export function formatPicture({ shape, data }: NdArray): string {
  const numbers = Array.from(data, (value) => String(Number(value.toPrecision(DIGITS))));
  return `${shape.join('x')}:${numbers.join(',')}`;
}

/** Reads what {@link formatPicture} writes. */
export function parsePicture(text: string): NdArray {
  const [size, numbers] = text.split(':');
  const list = (words: string, separator: string): number[] =>
    words === '' ? [] : words.split(separator).map(Number);
  return ndArray(list(size, 'x'), list(numbers, ','));
}
