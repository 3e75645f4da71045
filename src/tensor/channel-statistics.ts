import * as tf from '@tensorflow/tfjs-core';
import { hasSetKernels, setStatistics } from './normalize-sets.ts';
import { centre, imagesAndChannels } from './standardize.ts';

/**
 * Mean and biased variance of each channel, over the images and the cells.
 * @param x [N, C, …]
 * @returns [2, C]: the means, then the variances
 * @throws TensorError `too-few-axes`
 */
export function channelStatistics(x: tf.Tensor): tf.Tensor2D {
  const [, channels] = imagesAndChannels(x);
  return tf.tidy(() => {
    const axes = x.shape.flatMap((_, axis) => (axis === 1 ? [] : [axis]));
    const { mean, variance } = hasSetKernels(x, axes) ? setStatistics(x, axes) : centre(x, axes);
    return tf.stack([mean, variance].map((row) => tf.reshape(row, [channels]))) as tf.Tensor2D;
  });
}
