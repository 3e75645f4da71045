import { ndArray, type NdArray } from '#nd/nd-array.ts';

/** More digits than any figure prints. */
const DIGITS = 5;

/** More than the curves of an experiment show, of which there are many more numbers. */
export const RUN_DIGITS = 4;

/**
 * A result as a page carries it until the figure has computed it itself: rounded, which makes it a
 * third as long; whole numbers and what is not finite are kept.
 */
export function formatPicture({ shape, data }: NdArray, digits = DIGITS): string {
  const numbers = Array.from(data, (value) =>
    String(isCount(value) ? value : Number(value.toPrecision(digits))),
  );
  return `${shape.join('x')}:${numbers.join(',')}`;
}

/** A whole number that float32 holds, with all before it. */
const isCount = (value: number): boolean => Number.isInteger(value) && Math.abs(value) < 2 ** 24;

/** Reads what {@link formatPicture} writes. */
export function parsePicture(text: string): NdArray {
  const [size, numbers] = text.split(':');
  const list = (words: string, separator: string): number[] =>
    words === '' ? [] : words.split(separator).map(Number);
  return ndArray(list(size, 'x'), list(numbers, ','));
}
