import * as tf from '@tensorflow/tfjs-core';
import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { TensorError } from '#nd/tensor-error.ts';

/**
 * Takes plain data to the backend.
 * @throws TensorError `not-finite` if an element is NaN or infinite
 */
export function toTensor<R extends tf.Rank>(array: NdArray, argument: string): tf.Tensor<R> {
  const bad = array.data.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new TensorError('not-finite', argument, { was: String(array.data[bad]) });
  return tf.tensor<R>(array.data, [...array.shape] as tf.ShapeMap[R], 'float32');
}

/** Reads a tensor back; waits for the backend without blocking its thread. */
export async function toNdArray(tensor: tf.Tensor): Promise<NdArray> {
  return ndArray(tensor.shape, (await tensor.data()) as Float32Array);
}
