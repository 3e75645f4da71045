import * as tf from '@tensorflow/tfjs-core';
import {
  axesFrom,
  scaleAndShift,
  standardize,
  type NormOptions,
  type Normalized,
} from './standardize.ts';

export type LayerNormOptions = NormOptions & {
  /** Axes that share one mean and one variance; all but the first if not given. */
  readonly axes?: readonly number[];
};

/** Shape of γ and β, one number for each element of the axes, and the same among all axes. */
export function elementShapes(
  x: tf.Tensor,
  axes: readonly number[],
): readonly [own: number[], among: number[]] {
  return [
    axes.map((axis) => x.shape[axis]),
    x.shape.map((size, axis) => (axes.includes(axis) ? size : 1)),
  ];
}

/**
 * Layer normalization: one mean and one variance for each image, over its channels and cells.
 *
 *     y[n, …] = γ[…] · (x[n, …] − μ[n]) / √(σ²[n] + ε) + β[…]
 *
 * @param x [N, …]; with `axes: [1]`, [N, C, H, W] is normalized cell by cell, over the channels alone
 * @param options γ and β as the axes, one number for each element of an image; ε is 1e-5
 * @returns y as x; the mean and the biased variance, 1 along the axes
 * @see ba2016ln; torch.nn.functional.layer_norm
 */
export function layerNorm<T extends tf.Tensor>(
  x: T,
  options: LayerNormOptions = {},
): Normalized<T> {
  const { axes = axesFrom(1, x), epsilon = 1e-5 } = options;
  return tf.tidy(() => {
    const { y, mean, variance } = standardize(x, axes, epsilon);
    return { y: scaleAndShift(y as T, options, ...elementShapes(x, axes)), mean, variance };
  });
}
