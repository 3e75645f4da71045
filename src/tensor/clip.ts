import * as tf from '@tensorflow/tfjs-core';
import { TensorError } from '#nd/tensor-error.ts';
import { axesFrom } from './standardize.ts';

/** Keeps a gradient of 0 from a division by 0; as in nfnets/optim.py of deepmind-research. */
const LEAST = 1e-6;

export type UnitwiseClip<G extends tf.Tensor> = {
  readonly clipped: G;
  /** What each unit's gradient was multiplied by, 1 where it stayed; shaped as the norms. */
  readonly scale: tf.Tensor;
  /** [O, 1, …]: one number for each unit; [1] where the whole parameter is one. */
  readonly weightNorm: tf.Tensor;
  readonly gradientNorm: tf.Tensor;
};

/**
 * Adaptive gradient clipping: a unit's gradient may be λ times as long as its weights, and no longer.
 *
 *     G_i ← λ (max(‖W_i‖, ε) / ‖G_i‖) G_i   where ‖G_i‖ / max(‖W_i‖, ε) > λ
 *
 * A unit is a row of a dense layer's weight, [O, I], and a whole filter of a convolution's,
 * [O, C, KH, KW]; a bias or a gain, [O], is one unit.
 *
 * @param lambda the longest that a gradient may be, in lengths of the weights
 * @param epsilon what shorter weights count as
 * @throws TensorError `wrong-shape` if gradient and weight differ in shape
 * @see brock2021nfnet; nfnets/agc_optax.py of deepmind-research
 */
export function adaptiveGradientClip<G extends tf.Tensor>(
  gradient: G,
  weight: tf.Tensor,
  { lambda = 0.01, epsilon = 1e-3 } = {},
): UnitwiseClip<G> {
  if (gradient.shape.join() !== weight.shape.join()) {
    throw new TensorError('wrong-shape', 'gradient', {
      was: gradient.shape.join(', '),
      must: weight.shape.join(', '),
    });
  }
  return tf.tidy(() => {
    const axes = weight.rank < 2 ? undefined : axesFrom(1, weight);
    const normOf = (tensor: tf.Tensor): tf.Tensor =>
      axes
        ? tf.sqrt(tf.sum(tf.square(tensor), axes, true))
        : tf.reshape(tf.sqrt(tf.sum(tf.square(tensor))), [1]);
    const [weightNorm, gradientNorm] = [normOf(weight), normOf(gradient)];
    const most = tf.mul(lambda, tf.maximum(weightNorm, epsilon));
    const ratio = tf.div(most, tf.maximum(gradientNorm, LEAST));
    const scale = tf.where(tf.greater(gradientNorm, most), ratio, tf.onesLike(ratio));
    return { clipped: tf.mul(gradient, scale) as G, scale, weightNorm, gradientNorm };
  });
}

/**
 * Ordinary clipping: all gradients together are brought to a length, if they are longer.
 *
 *     G ← λ G / ‖G‖   where ‖G‖ > λ,   ‖G‖² the sum of all squares of all gradients
 *
 * @returns the gradients in their order, and the length that they had, a scalar
 * @see optax.clip_by_global_norm (PyTorch's clip_grad_norm_ divides by ‖G‖ + 10⁻⁶)
 */
export function clipGlobalNorm(
  gradients: readonly tf.Tensor[],
  lambda: number,
): { readonly clipped: readonly tf.Tensor[]; readonly norm: tf.Scalar } {
  return tf.tidy(() => {
    const squares = gradients.map((gradient) => tf.sum(tf.square(gradient)));
    const norm = tf.sqrt(tf.addN(squares)) as tf.Scalar;
    const scale = tf.minimum(1, tf.div(lambda, tf.maximum(norm, LEAST)));
    return { clipped: gradients.map((gradient) => tf.mul(gradient, scale)), norm };
  });
}
