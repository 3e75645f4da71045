import { ndArray, type NdArray } from '#nd/nd-array.ts';

/** One matrix of a stack of them: the channel of an image, the slice of a kernel, a partial map. */
export function sliceOf({ shape, data }: NdArray, index: number): NdArray {
  const [, rows, columns] = shape;
  const size = rows * columns;
  return { shape: [rows, columns], data: data.subarray(index * size, (index + 1) * size) };
}

/** A stack from matrices of one size. */
export function stackOf(slices: readonly NdArray[]): NdArray {
  const [{ shape }] = slices;
  return ndArray(
    [slices.length, ...shape],
    slices.flatMap(({ data }) => [...data]),
  );
}

/** Every matrix of a stack changed in the same way. */
export function mapSlices(stack: NdArray, change: (slice: NdArray) => NdArray): NdArray {
  return stackOf(
    Array.from({ length: stack.shape[0] }, (_, index) => change(sliceOf(stack, index))),
  );
}

/** A copy of a stack with one matrix replaced by another of the same size. */
export function withSlice(stack: NdArray, index: number, slice: NdArray): NdArray {
  const data = stack.data.slice();
  data.set(slice.data, index * slice.data.length);
  return { shape: stack.shape, data };
}
