import * as tf from '@tensorflow/tfjs-core';
import { sizeOf } from '#nd/nd-array.ts';

/** Tensors, one after the other, as one vector. */
export function flatten(tensors: readonly tf.Tensor[]): tf.Tensor1D {
  return tf.tidy(() => tf.concat1d(tensors.map((tensor) => tf.reshape(tensor, [tensor.size]))));
}

/**
 * Takes a vector apart into tensors of these shapes, one after the other.
 * @throws RangeError if the shapes do not take all of it
 */
export function unflatten(
  vector: tf.Tensor1D,
  shapes: readonly (readonly number[])[],
): readonly tf.Tensor[] {
  const sizes = shapes.map(sizeOf);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total !== vector.size) {
    throw new RangeError(`Shapes of ${total} elements do not take a vector of ${vector.size}`);
  }
  return tf.tidy(() => {
    let from = 0;
    return shapes.map((shape, index) => {
      const part = tf.reshape(tf.slice(vector, from, sizes[index]), [...shape]);
      from += sizes[index];
      return part;
    });
  });
}
