import * as tf from '@tensorflow/tfjs-core';

/**
 * Value of a scalar function and its gradient in one tensor, by automatic differentiation.
 * @returns both as tensors: `value` of shape [], `gradient` of the shape of `at`
 */
export function valueAndGradient<R extends tf.Rank>(
  f: (x: tf.Tensor<R>) => tf.Scalar,
  at: tf.Tensor<R>,
): { readonly value: tf.Scalar; readonly gradient: tf.Tensor<R> } {
  const { value, gradients } = valueAndGradients(([x]) => f(x as tf.Tensor<R>), [at]);
  return { value, gradient: gradients[0] as tf.Tensor<R> };
}

/**
 * Value of a scalar function and its gradients in several tensors, by automatic differentiation.
 * @returns `value` of shape [], `gradients` of the shapes of `at`
 */
export function valueAndGradients(
  f: (tensors: readonly tf.Tensor[]) => tf.Scalar,
  at: readonly tf.Tensor[],
): { readonly value: tf.Scalar; readonly gradients: readonly tf.Tensor[] } {
  const { value, grads } = tf.valueAndGrads((...tensors: tf.Tensor[]) => f(tensors))([...at]);
  return { value: value as tf.Scalar, gradients: grads };
}

/**
 * Mean of the squared differences of two tensors of one shape.
 * @see torch.nn.functional.mse_loss
 */
export function meanSquaredError(a: tf.Tensor, b: tf.Tensor): tf.Scalar {
  return tf.tidy(() => tf.mean(tf.squaredDifference(a, b)));
}
