import * as tf from '@tensorflow/tfjs-core';

/**
 * One step of gradient descent: w − η·∂L/∂w. The parameter itself is not changed.
 * @see torch.optim.SGD without momentum
 */
export function sgdStep<R extends tf.Rank>(
  parameter: tf.Tensor<R>,
  gradient: tf.Tensor<R>,
  learningRate: number,
): tf.Tensor<R> {
  return tf.tidy(() => tf.sub(parameter, tf.mul(gradient, learningRate)));
}
