import * as tf from '@tensorflow/tfjs-core';
import { TensorError } from '#nd/tensor-error.ts';
import { batchNorm } from './batch-norm.ts';
import { channelShape, scaleAndShift, type NormOptions } from './standardize.ts';

export type BatchNormPassage<T extends tf.Tensor> = {
  /** What all values of a channel have in common: [1, C, 1, …]. */
  readonly common: tf.Tensor;
  /** What lies along x̂, as x. */
  readonly along: T;
  /** What is left without the two, as x. */
  readonly rest: T;
  /** ∂L/∂x, as x. */
  readonly gradient: T;
};

/**
 * What batch normalization in training hands back of a gradient, by formula, in its parts.
 *
 *     g = ∂L/∂y,  common = mean g,  along = x̂ · mean (g x̂),  rest = g − common − along
 *     ∂L/∂x = γ / √(σ² + ε) · rest
 *
 * with means over the m = N·H·W values of a channel. As a matrix it is γ/√(σ² + ε) (I − 11ᵀ/m − x̂x̂ᵀ/m).
 *
 * @param x [N, C, …]
 * @param upstream ∂L/∂y, as x
 * @param options γ [C]; ε is 1e-5
 * @throws TensorError `wrong-shape` unless both have one shape; what `batchNorm` throws
 * @see ioffe2015bn; santurkar2018how; torch.nn.functional.batch_norm and its backward pass
 */
export function batchNormBackward<T extends tf.Tensor>(
  x: T,
  upstream: T,
  { gamma, epsilon = 1e-5 }: Pick<NormOptions, 'gamma' | 'epsilon'> = {},
): BatchNormPassage<T> {
  if (x.shape.join() !== upstream.shape.join()) {
    throw new TensorError('wrong-shape', 'upstream', {
      was: upstream.shape.join(', '),
      must: x.shape.join(', '),
    });
  }
  return tf.tidy(() => {
    const { y: normalized, variance } = batchNorm(x, { epsilon });
    const among = channelShape(x);
    const axes = x.shape.flatMap((_, axis) => (axis === 1 ? [] : [axis]));
    const common = tf.mean(upstream, axes, true);
    const slope = tf.mean(tf.mul(upstream, normalized), axes, true);
    const along = tf.mul<T>(normalized, slope);
    const rest = tf.sub<T>(tf.sub(upstream, common), along);
    const perDeviation = tf.mul<T>(rest, tf.rsqrt(tf.add(variance, epsilon)));
    const gradient = scaleAndShift(perDeviation, { gamma }, [among[1]], among);
    return { common, along, rest, gradient };
  });
}
