import * as tf from '@tensorflow/tfjs-core';
import type { Statistics } from './standardize.ts';

/** How a library carries statistics from batch to batch. */
export type RunningRule = {
  /** What the momentum is the share of: of the new batch, as in PyTorch, or of the old value, as in Keras. */
  readonly momentumOf: 'new' | 'old';
  readonly momentum: number;
  /** Whether the stored variance is multiplied by m / (m − 1). */
  readonly unbiased: boolean;
};

/** What the libraries do unless told otherwise. */
export const runningRules = {
  /** torch.nn.BatchNorm2d */
  pytorch: { momentumOf: 'new', momentum: 0.1, unbiased: true },
  /** keras.layers.BatchNormalization */
  keras: { momentumOf: 'old', momentum: 0.99, unbiased: false },
  /** tf.keras with the fused kernel, which four axes get */
  kerasFused: { momentumOf: 'old', momentum: 0.99, unbiased: true },
} as const satisfies Record<string, RunningRule>;

/** m / (m − 1): from the variance of m values to that of what they were drawn from. */
export function unbiasedVariance<T extends tf.Tensor>(variance: T, values: number): T {
  return tf.tidy(() => tf.mul(variance, values / (values - 1)));
}

/**
 * Running statistics after one more batch: share of the batch · batch + (1 − share) · running.
 * @param running shapes of the batch's
 * @param batch with the biased variance
 * @param values how many values each of the batch's statistics was taken over
 */
export function updateRunning(
  running: Statistics,
  batch: Statistics,
  values: number,
  { momentumOf, momentum, unbiased }: RunningRule,
): Statistics {
  return tf.tidy(() => {
    const share = momentumOf === 'new' ? momentum : 1 - momentum;
    const towards = (old: tf.Tensor, now: tf.Tensor): tf.Tensor =>
      tf.add(tf.mul(old, 1 - share), tf.mul(tf.reshape(now, old.shape), share));
    const variance = unbiased ? unbiasedVariance(batch.variance, values) : batch.variance;
    return {
      mean: towards(running.mean, batch.mean),
      variance: towards(running.variance, variance),
    };
  });
}

/**
 * Statistics of evaluation as the paper has them: over many batches, the mean of their means and the
 * mean of their unbiased variances.
 * @param batches with the biased variances
 * @see ioffe2015bn, Algorithm 2
 */
export function populationStatistics(batches: readonly Statistics[], values: number): Statistics {
  return tf.tidy(() => {
    const meanOf = (each: tf.Tensor[]): tf.Tensor => tf.mean(tf.stack(each), 0);
    return {
      mean: meanOf(batches.map(({ mean }) => mean)),
      variance: unbiasedVariance(meanOf(batches.map(({ variance }) => variance)), values),
    };
  });
}
