import * as tf from '@tensorflow/tfjs-core';
import { TensorError } from '#nd/tensor-error.ts';
import {
  channelShape,
  imagesAndChannels,
  scaleAndShift,
  standardize,
  type NormOptions,
  type Normalized,
} from './standardize.ts';

export type GroupNormOptions = NormOptions & {
  /** How many groups the channels are dealt out into, neighbours together. */
  readonly groups: number;
};

/**
 * Group normalization: one mean and one variance for each group of channels of each image.
 *
 *     y[n, c, …] = γ[c] · (x[n, c, …] − μ[n, g]) / √(σ²[n, g] + ε) + β[c],  g the group of c
 *
 * One group is layer normalization but for γ and β, as many as channels instance normalization.
 *
 * @param x [N, C, …]
 * @param options γ and β [C]; ε is 1e-5
 * @returns y as x; the mean and the biased variance of each channel's group, [N, C, 1, …]
 * @throws TensorError `groups-do-not-divide` if the groups do not divide the channels
 * @see wu2018gn; torch.nn.functional.group_norm
 */
export function groupNorm<T extends tf.Tensor>(x: T, options: GroupNormOptions): Normalized<T> {
  const { groups, epsilon = 1e-5 } = options;
  const [images, channels] = imagesAndChannels(x);
  if (!Number.isInteger(groups) || groups < 1 || channels % groups !== 0) {
    throw new TensorError('groups-do-not-divide', 'groups', { was: groups, channels });
  }
  return tf.tidy(() => {
    const sets = standardize(tf.reshape(x, [images, groups, -1]), [2], epsilon);
    const shape = x.shape.map((size, axis) => (axis < 2 ? size : 1));
    const perChannel = (statistic: tf.Tensor): tf.Tensor =>
      tf.reshape(tf.tile(statistic, [1, 1, channels / groups]), shape);
    const y = tf.reshape(sets.y, x.shape) as T;
    return {
      y: scaleAndShift(y, options, [channels], channelShape(x)),
      mean: perChannel(sets.mean),
      variance: perChannel(sets.variance),
    };
  });
}
