/** A plain n-dimensional array in row-major order: what travels between threads, links and figures. */
export type NdArray = {
  readonly shape: readonly number[];
  readonly data: Float32Array;
};

/** Number of elements of a shape. The empty shape is a scalar and holds one. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/**
 * Wraps values as an array of the given shape, rounding each to float32.
 * @throws RangeError if the number of values is not the size of the shape
 */
export function ndArray(shape: readonly number[], values: ArrayLike<number>): NdArray {
  if (values.length !== sizeOf(shape)) {
    throw new RangeError(`${values.length} values do not fill the shape [${shape.join(', ')}]`);
  }
  return { shape, data: Float32Array.from(values) };
}

/** A matrix from its rows. All rows must have the same length. */
export function matrix(rows: readonly (readonly number[])[]): NdArray {
  return ndArray([rows.length, rows[0].length], rows.flat());
}

/** An array of this shape, each element from its place. */
export function tabulate(shape: readonly number[], value: (...index: number[]) => number): NdArray {
  const index = shape.map(() => 0);
  const data = Float32Array.from({ length: sizeOf(shape) }, () => {
    const element = value(...index);
    // Row-major: the last axis runs fastest.
    for (let axis = shape.length - 1; axis >= 0 && ++index[axis] === shape[axis]; axis--)
      index[axis] = 0;
    return element;
  });
  return { shape, data };
}

/** A copy with one element changed. `index` counts in row-major order. */
export function withValue(array: NdArray, index: number, value: number): NdArray {
  const data = array.data.slice();
  data[index] = value;
  return { shape: array.shape, data };
}

/** Same shape and the same float32 values. */
export function sameArray(a: NdArray, b: NdArray): boolean {
  return (
    a.shape.length === b.shape.length &&
    a.shape.every((size, axis) => size === b.shape[axis]) &&
    a.data.every((value, index) => value === b.data[index])
  );
}

/** Smallest and largest element. */
export function extent(data: Iterable<number>): [min: number, max: number] {
  let min = Infinity;
  let max = -Infinity;
  for (const value of data) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return [min, max];
}

/** Largest |element|; 0 for an empty array. */
export function maxAbs(data: Iterable<number>): number {
  let max = 0;
  for (const value of data) max = Math.max(max, Math.abs(value));
  return max;
}

/** Largest |a − b| over two arrays of the same size. */
export function maxDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let max = 0;
  for (let i = 0; i < a.length; i++) max = Math.max(max, Math.abs(a[i] - b[i]));
  return max;
}
