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

/**
 * The velocity after one more gradient: μ·v + ∂L/∂w. The step is then one of gradient descent along it.
 * @param velocity undefined at the first step, where it is the gradient itself
 * @see torch.optim.SGD with momentum, which has no dampening unless asked for
 */
export function momentum<R extends tf.Rank>(
  velocity: tf.Tensor<R> | undefined,
  gradient: tf.Tensor<R>,
  share: number,
): tf.Tensor<R> {
  if (!velocity) return tf.clone(gradient);
  return tf.tidy(() => tf.add(tf.mul(velocity, share), gradient));
}
