import * as tf from '@tensorflow/tfjs-core';

/**
 * Value of a scalar function and its gradient in one tensor, by automatic differentiation.
 * @returns both as tensors: `value` of shape [], `gradient` of the shape of `at`
 */
export function valueAndGradient<R extends tf.Rank>(
  f: (x: tf.Tensor<R>) => tf.Scalar,
  at: tf.Tensor<R>,
): { readonly value: tf.Scalar; readonly gradient: tf.Tensor<R> } {
  const { value, grads } = tf.valueAndGrads((x: tf.Tensor) => f(x as tf.Tensor<R>))([at]);
  return { value: value as tf.Scalar, gradient: grads[0] as tf.Tensor<R> };
}

/**
 * Mean of the squared differences of two tensors of one shape.
 * @see torch.nn.functional.mse_loss
 */
export function meanSquaredError(a: tf.Tensor, b: tf.Tensor): tf.Scalar {
  return tf.tidy(() => tf.mean(tf.squaredDifference(a, b)));
}
