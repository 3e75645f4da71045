import * as tf from '@tensorflow/tfjs-core';
import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { TensorError } from '#nd/tensor-error.ts';

type Shape4 = readonly [number, number, number, number];

/**
 * Takes plain data to the backend.
 * @param argument what the array is called in an error
 * @param shape its shape there, of the same size; as it is, if not given
 * @throws TensorError `not-finite` if an element is NaN or infinite
 */
export function toTensor(array: NdArray, argument: string): tf.Tensor;
export function toTensor(array: NdArray, argument: string, shape: readonly [number]): tf.Tensor1D;
export function toTensor(array: NdArray, argument: string, shape: Shape4): tf.Tensor4D;
export function toTensor(
  array: NdArray,
  argument: string,
  shape: readonly number[] = array.shape,
): tf.Tensor {
  // By hand: a function called for each of a million weights takes longer than their product.
  for (const value of array.data) {
    if (!Number.isFinite(value)) {
      throw new TensorError('not-finite', argument, { was: String(value) });
    }
  }
  return tf.tensor(array.data, [...shape], 'float32');
}

/**
 * Takes an [N, C, H, W] array to the backend.
 * @throws RangeError if the array has another number of axes
 * @throws TensorError `not-finite` if an element is NaN or infinite
 */
export function toTensor4d(array: NdArray, argument: string): tf.Tensor4D {
  if (array.shape.length !== 4) throw new RangeError(`${argument} has ${array.shape.length} axes`);
  return toTensor(array, argument) as tf.Tensor4D;
}

/**
 * Reads a tensor back without blocking its thread.
 * @param shape the shape to give it, of the same size; as it is, if not given
 */
export async function toNdArray(
  tensor: tf.Tensor,
  shape: readonly number[] = tensor.shape,
): Promise<NdArray> {
  return ndArray(shape, (await tensor.data()) as Float32Array);
}
