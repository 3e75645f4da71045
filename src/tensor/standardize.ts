import * as tf from '@tensorflow/tfjs-core';
import { TensorError } from '#nd/tensor-error.ts';
import { hasSetKernels, normalizeSets, scaleSets } from './normalize-sets.ts';

/** Shapes kept, with size 1 along the axes that they were taken over. */
export type Statistics = {
  readonly mean: tf.Tensor;
  /** Biased: divided by the number of values, not by one less. */
  readonly variance: tf.Tensor;
};

export type Normalized<T extends tf.Tensor> = Statistics & { readonly y: T };

export type AffineOptions = {
  /** Factor after the normalization; 1 if not given. */
  readonly gamma?: tf.Tensor;
  /** Summand after it; 0 if not given. */
  readonly beta?: tf.Tensor;
};

export type NormOptions = AffineOptions & {
  /** Added to the variance, so that a constant set does not divide by zero. */
  readonly epsilon?: number;
};

/**
 * x less its mean over some axes, with the mean and the biased variance.
 *
 * The mean of float32 values around 10⁴ is itself off by some 10⁻³. So what the subtraction leaves
 * has its own, small mean taken away once more, and only then is it squared.
 */
export function centre(
  x: tf.Tensor,
  axes: readonly number[],
): Statistics & { readonly centred: tf.Tensor } {
  const rough = tf.mean(x, [...axes], true);
  const rest = tf.sub(x, rough);
  const residue = tf.mean(rest, [...axes], true);
  const centred = tf.sub(rest, residue);
  const variance = tf.mean(tf.square(centred), [...axes], true);
  return { centred, mean: tf.add(rough, residue), variance };
}

/** (x − μ) / √(σ² + ε) with μ and σ² taken over some axes. */
export function standardize(
  x: tf.Tensor,
  axes: readonly number[],
  epsilon: number,
): Normalized<tf.Tensor> {
  if (hasSetKernels(x, axes)) {
    const { y, mean, variance } = normalizeSets(x, axes, { epsilon, centred: true });
    return { y, mean, variance };
  }
  const { centred, mean, variance } = centre(x, axes);
  return { y: tf.mul(centred, tf.rsqrt(tf.add(variance, epsilon))), mean, variance };
}

/**
 * γx + β.
 * @param own the shape that γ and β have
 * @param among their shape among the axes of x, for broadcasting
 * @throws TensorError `wrong-shape` if one of them has another
 */
export function scaleAndShift<T extends tf.Tensor>(
  x: T,
  { gamma, beta }: AffineOptions,
  own: readonly number[],
  among: readonly number[],
): T {
  for (const [name, tensor] of Object.entries({ gamma, beta })) {
    if (tensor && tensor.shape.join() !== own.join()) {
      throw new TensorError('wrong-shape', name, {
        was: tensor.shape.join(', '),
        must: own.join(', '),
      });
    }
  }
  const axes = among.flatMap((size, axis) => (size === x.shape[axis] ? [] : [axis]));
  if (gamma && beta && hasSetKernels(x, axes)) return scaleSets(x, axes, gamma, beta);
  const placed = (tensor: tf.Tensor): tf.Tensor => tf.reshape(tensor, [...among]);
  const scaled = gamma ? tf.mul(x, placed(gamma)) : x;
  return (beta ? tf.add(scaled, placed(beta)) : scaled) as T;
}

/** 1 along every axis but the channels': [1, C, 1, 1] for four axes. */
export const channelShape = ({ shape }: tf.Tensor): number[] =>
  (shape as number[]).map((size, axis) => (axis === 1 ? size : 1));

/** The axes from `first` on. */
export const axesFrom = (first: number, { rank }: tf.Tensor): number[] =>
  Array.from({ length: rank - first }, (_, index) => first + index);

/**
 * Sizes of the first two axes.
 * @throws TensorError `too-few-axes` unless the tensor has images and channels
 */
export function imagesAndChannels(x: tf.Tensor): readonly [images: number, channels: number] {
  if (x.rank < 2) throw new TensorError('too-few-axes', 'input', { was: x.rank, must: 2 });
  const [images, channels] = x.shape as number[];
  return [images, channels];
}
