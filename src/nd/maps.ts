import { sizeOf, type NdArray } from './nd-array.ts';

// Arrays of four axes seen as maps: map c of row n is the matrix [n, c].

/** Place of an element in an [N, C, H, W] array. */
export type MapIndex = readonly [n: number, c: number, h: number, w: number];

/** Position of an element in an array's data. */
export function offsetOf({ shape }: NdArray, index: readonly number[]): number {
  return index.reduce((sum, place, axis) => sum * shape[axis] + place, 0);
}

/** The element at a position of the data of an [N, C, H, W] array. */
export function indexIn(
  [, channels, height, width]: readonly number[],
  position: number,
): MapIndex {
  const map = Math.floor(position / (height * width));
  return [
    Math.floor(map / channels),
    map % channels,
    Math.floor(position / width) % height,
    position % width,
  ];
}

export function valueAt(array: NdArray, index: readonly number[]): number {
  return array.data[offsetOf(array, index)];
}

/** Elements of an [N, C, H, W] array before its element [n, c, 0, 0]. */
export function mapStart({ shape }: NdArray, n: number, c: number): number {
  return (n * shape[1] + c) * sizeOf(shape.slice(2));
}

/** One map of an [N, C, H, W] array, without a copy of its data. */
export function mapOf(array: NdArray, n: number, c: number): NdArray {
  const [height, width] = array.shape.slice(2);
  const start = mapStart(array, n, c);
  return { shape: [height, width], data: array.data.subarray(start, start + height * width) };
}

/** A copy of an [N, C, H, W] array with another matrix of the same size as one of its maps. */
export function withMap(array: NdArray, n: number, c: number, { data: cells }: NdArray): NdArray {
  const data = array.data.slice();
  data.set(cells, mapStart(array, n, c));
  return { shape: array.shape, data };
}

/** The element of an array's bounds that is nearest to an index. */
export function clampIndex({ shape }: NdArray, index: MapIndex): MapIndex {
  const [n, c, h, w] = index.map((at, axis) => Math.min(at, shape[axis] - 1));
  return [n, c, h, w];
}

/** An array with another first axis; `make` gives the data of what is new. */
export function withCount(
  array: NdArray,
  count: number,
  make: (n: number) => ArrayLike<number>,
): NdArray {
  const shape = [count, ...array.shape.slice(1)];
  const size = sizeOf(array.shape.slice(1));
  const data = new Float32Array(sizeOf(shape));
  data.set(array.data.subarray(0, data.length));
  for (let n = array.shape[0]; n < count; n++) data.set(make(n), n * size);
  return { shape, data };
}
