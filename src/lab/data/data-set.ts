import { sizeOf, type NdArray } from '#nd/nd-array.ts';

/** Labelled examples to learn from. */
export type DataSet = {
  /** [N, …shape of one example] */
  readonly inputs: NdArray;
  /** Class of each example, counted from 0. */
  readonly labels: Uint8Array;
  /** What the classes are called. */
  readonly classes: readonly string[];
};

/** The same examples with mean 0 and deviation 1 over all their numbers together. */
export function standardized({ inputs, ...rest }: DataSet): DataSet {
  const { shape, data } = inputs;
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
  const variance = data.reduce((sum, value) => sum + (value - mean) ** 2, 0) / data.length;
  const deviation = Math.sqrt(variance) || 1;
  return { ...rest, inputs: { shape, data: data.map((value) => (value - mean) / deviation) } };
}

/** The examples from one place up to another. */
export function sliceOf({ inputs, labels, classes }: DataSet, from: number, to: number): DataSet {
  const each = sizeOf(inputs.shape.slice(1));
  return {
    inputs: {
      shape: [to - from, ...inputs.shape.slice(1)],
      data: inputs.data.subarray(from * each, to * each),
    },
    labels: labels.subarray(from, to),
    classes,
  };
}

/** 1 at each example's class and 0 elsewhere: [N, classes]. */
export function oneHot({ labels, classes }: DataSet): NdArray {
  const shape = [labels.length, classes.length];
  const data = new Float32Array(sizeOf(shape));
  labels.forEach((label, index) => {
    data[index * classes.length + label] = 1;
  });
  return { shape, data };
}
