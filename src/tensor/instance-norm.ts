import * as tf from '@tensorflow/tfjs-core';
import {
  axesFrom,
  channelShape,
  imagesAndChannels,
  scaleAndShift,
  standardize,
  type NormOptions,
  type Normalized,
} from './standardize.ts';

/**
 * Instance normalization: one mean and one variance for each channel of each image, over its cells.
 *
 *     y[n, c, …] = γ[c] · (x[n, c, …] − μ[n, c]) / √(σ²[n, c] + ε) + β[c]
 *
 * A map of a single cell becomes β, as ONNX and Keras have it; PyTorch refuses it.
 *
 * @param x [N, C, …]
 * @param options γ and β [C]; ε is 1e-5
 * @returns y as x; the mean and the biased variance, [N, C, 1, …]
 * @see ulyanov2016in; torch.nn.functional.instance_norm
 */
export function instanceNorm<T extends tf.Tensor>(x: T, options: NormOptions = {}): Normalized<T> {
  const { epsilon = 1e-5 } = options;
  const [, channels] = imagesAndChannels(x);
  return tf.tidy(() => {
    const { y, mean, variance } = standardize(x, axesFrom(2, x), epsilon);
    return {
      y: scaleAndShift(y as T, options, [channels], channelShape(x)),
      mean,
      variance,
    };
  });
}
