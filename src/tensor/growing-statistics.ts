import * as tf from '@tensorflow/tfjs-core';
import type { Statistics } from './standardize.ts';

/**
 * Mean and biased variance of every channel over the first image, the first two, … all of them: what
 * batch normalization takes of a batch that grows.
 * @param x [N, C, H, W]
 * @returns each [C, N]
 */
export function growingStatistics(x: tf.Tensor4D): Statistics {
  return tf.tidy(() => {
    const [images] = x.shape;
    // Sums of squares lose digits far from 0.
    const shift = tf.mean(x);
    const centred = tf.sub(x, shift);
    const counts = tf.range(1, images + 1);
    const grown = (each: tf.Tensor): tf.Tensor =>
      tf.div(tf.cumsum(tf.transpose(tf.mean(each, [2, 3])), 1), counts);
    const mean = grown(centred);
    const variance = tf.sub(grown(tf.square(centred)), tf.square(mean));
    return { mean: tf.add(mean, shift), variance: tf.relu(variance) };
  });
}
