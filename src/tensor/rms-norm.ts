import * as tf from '@tensorflow/tfjs-core';
import { elementShapes } from './layer-norm.ts';
import { hasSetKernels, normalizeSets } from './normalize-sets.ts';
import { axesFrom, scaleAndShift } from './standardize.ts';

export type RmsNormOptions = {
  readonly gamma?: tf.Tensor;
  readonly epsilon?: number;
  /** Axes that share one mean square; all but the first if not given. */
  readonly axes?: readonly number[];
};

/**
 * Root-mean-square normalization: no mean is taken away, and nothing is added.
 *
 *     y[n, …] = γ[…] · x[n, …] / √(mean of x[n, …]² + ε)
 *
 * @param x [N, …]
 * @param options γ as the axes; ε is float32's own, 2⁻²³, as PyTorch has it
 * @returns y as x; the mean square, 1 along the axes
 * @see zhang2019rmsnorm; torch.nn.functional.rms_norm
 */
export function rmsNorm<T extends tf.Tensor>(
  x: T,
  options: RmsNormOptions = {},
): { readonly y: T; readonly meanSquare: tf.Tensor } {
  const { gamma, epsilon = 2 ** -23, axes = axesFrom(1, x) } = options;
  return tf.tidy(() => {
    const { y, meanSquare } = hasSetKernels(x, axes)
      ? normalizeSets(x, axes, { epsilon, centred: false })
      : divideByRootMeanSquare(x, axes, epsilon);
    return { y: scaleAndShift(y as T, { gamma }, ...elementShapes(x, axes)), meanSquare };
  });
}

function divideByRootMeanSquare(x: tf.Tensor, axes: readonly number[], epsilon: number) {
  const meanSquare = tf.mean(tf.square(x), [...axes], true);
  return { y: tf.mul(x, tf.rsqrt(tf.add(meanSquare, epsilon))), meanSquare };
}
