import * as tf from '@tensorflow/tfjs-core';
import { TensorError } from '#nd/tensor-error.ts';
import { sizeOf } from '#nd/nd-array.ts';
import {
  channelShape,
  imagesAndChannels,
  scaleAndShift,
  standardize,
  type NormOptions,
  type Normalized,
  type Statistics,
} from './standardize.ts';

export type BatchNormOptions = NormOptions & {
  /** Statistics of evaluation, each [C]; without them the batch's own are taken, as in training. */
  readonly running?: Statistics;
};

/**
 * Batch normalization: one mean and one variance for each channel, over the images and the cells.
 *
 *     y[n, c, …] = γ[c] · (x[n, c, …] − μ[c]) / √(σ²[c] + ε) + β[c]
 *
 * @param x [N, C, …]
 * @param options γ and β [C]; ε is 1e-5
 * @returns y as x; the mean and the biased variance that were used, [1, C, 1, …]
 * @throws TensorError `one-value-a-channel` in training with a single value in each channel: it would
 *   be its own mean, and every output β
 * @see ioffe2015bn; torch.nn.functional.batch_norm
 */
export function batchNorm<T extends tf.Tensor>(
  x: T,
  options: BatchNormOptions = {},
): Normalized<T> {
  const { running, epsilon = 1e-5 } = options;
  const [, channels] = imagesAndChannels(x);
  const values = sizeOf(x.shape) / channels;
  if (!running && values <= 1) {
    throw new TensorError('one-value-a-channel', 'input', { was: x.shape.join(', ') });
  }
  return tf.tidy(() => {
    const among = channelShape(x);
    const axes = x.shape.flatMap((_, axis) => (axis === 1 ? [] : [axis]));
    const { y, mean, variance } = running
      ? standardizeBy(x, running, among, epsilon)
      : standardize(x, axes, epsilon);
    return { y: scaleAndShift(y as T, options, [channels], among), mean, variance };
  });
}

function standardizeBy(
  x: tf.Tensor,
  { mean, variance }: Statistics,
  among: readonly number[],
  epsilon: number,
): Normalized<tf.Tensor> {
  const [m, v] = [tf.reshape(mean, [...among]), tf.reshape(variance, [...among])];
  return { y: tf.mul(tf.sub(x, m), tf.rsqrt(tf.add(v, epsilon))), mean: m, variance: v };
}
