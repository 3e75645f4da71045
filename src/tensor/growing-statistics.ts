import * as tf from '@tensorflow/tfjs-core';
import type { Statistics } from './standardize.ts';

/**
 * Mean and biased variance of every channel over the first image, the first two, … all of them: what
 * batch normalization takes of a batch that grows.
 *
 * The variance is the mean of the squares less the square of the mean, which loses digits where the
 * mean is far larger than the deviation.
 *
 * @param x [N, C, H, W]
 * @returns each [C, N]
 */
export function growingStatistics(x: tf.Tensor4D): Statistics {
  return tf.tidy(() => {
    const counts = tf.range(1, x.shape[0] + 1);
    const grown = (each: tf.Tensor): tf.Tensor =>
      tf.div(tf.cumsum(tf.transpose(tf.mean(each, [2, 3])), 1), counts);
    const mean = grown(x);
    return { mean, variance: tf.relu(tf.sub(grown(tf.square(x)), tf.square(mean))) };
  });
}
