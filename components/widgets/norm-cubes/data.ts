import { ndArray, type NdArray } from '#nd/nd-array.ts';

/** γ or β of each element of an image: the given ones, and `missing` beyond their bounds. */
export function forElements(
  { shape: [depth, rows, columns], data }: NdArray,
  [channels, height, width]: readonly number[],
  missing: number,
): NdArray {
  const values = Array.from({ length: channels * height * width }, (_, position) => {
    const w = position % width;
    const h = Math.floor(position / width) % height;
    const c = Math.floor(position / (height * width));
    return c < depth && h < rows && w < columns ? data[(c * rows + h) * columns + w] : missing;
  });
  return ndArray([channels, height, width], values);
}
