import * as tf from '@tensorflow/tfjs-core';
import { centre } from './standardize.ts';

/** A deviation below this part of the values' own size is what float32 leaves of a constant. */
const FLAT = 1e-3;

/**
 * Mean, biased variance, skewness and kurtosis of all values of a tensor.
 *
 *     z = (x − μ) / σ,  skewness = mean z³,  kurtosis = mean z⁴
 *
 * Kurtosis is not taken relative to that of a normal distribution, which is 3. A set without spread has
 * no shape: its skewness and its kurtosis are 0.
 *
 * @param x of any shape, with one value or more
 * @returns [4]
 * @see scipy.stats.skew, scipy.stats.kurtosis(fisher=False)
 */
export function moments(x: tf.Tensor): tf.Tensor1D {
  return tf.tidy(() => {
    const { centred, mean, variance } = centre(tf.reshape(x, [-1]), [0]);
    const spreads = tf.greater(variance, tf.mul(FLAT ** 2, tf.add(1, tf.square(mean))));
    const inverse = tf.where(spreads, tf.rsqrt(variance), tf.zerosLike(variance));
    const z = tf.mul(centred, inverse);
    const squared = tf.square(z);
    const shape = [tf.mul(z, squared), tf.square(squared)].map((power) =>
      tf.mean(power, [0], true),
    );
    return tf.concat([mean, variance, ...shape]) as tf.Tensor1D;
  });
}
