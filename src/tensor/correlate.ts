import * as tf from '@tensorflow/tfjs-core';
import { spread } from './spread.ts';

type Stride = readonly [number, number];

/**
 * Dense cross-correlation without padding: [N, C, H, W] ⋆ [O, C, h, w] → [N, O, H′, W′] with
 * H′ = ⌊(H − h) / s⌋ + 1.
 *
 * Both gradients are correlations themselves, so every backend that has the forward kernel can
 * train, and any stride goes with any (already spread) kernel.
 */
export function correlate(x: tf.Tensor4D, weight: tf.Tensor4D, stride: Stride): tf.Tensor4D {
  return tf.customGrad((x, weight, save) => {
    const input = x as tf.Tensor4D;
    const kernel = weight as tf.Tensor4D;
    (save as tf.GradSaveFunc)([input, kernel]);
    return {
      value: forward(input, kernel, stride),
      gradFunc: (dy, saved) => {
        const [input, kernel] = saved as [tf.Tensor4D, tf.Tensor4D];
        return [
          inputGradient(dy as tf.Tensor4D, kernel, input.shape, stride),
          weightGradient(dy as tf.Tensor4D, input, kernel.shape, stride),
        ];
      },
    };
  })(x, weight) as tf.Tensor4D;
}

function forward(x: tf.Tensor4D, weight: tf.Tensor4D, [sh, sw]: Stride): tf.Tensor4D {
  const y = tf.conv2d(channelsLast(x), tf.transpose(weight, [2, 3, 1, 0]), [sh, sw], 'valid');
  const [n, h, w, o] = y.shape;
  return o === 1 ? tf.reshape(y, [n, 1, h, w]) : tf.transpose(y, [0, 3, 1, 2]);
}

function channelsLast(x: tf.Tensor4D): tf.Tensor4D {
  const [n, c, h, w] = x.shape;
  return c === 1 ? tf.reshape(x, [n, h, w, 1]) : tf.transpose(x, [0, 2, 3, 1]);
}

/** Every output cell hands its gradient back to its window: the spread gradient under the flipped kernel. */
function inputGradient(
  dy: tf.Tensor4D,
  weight: tf.Tensor4D,
  [, , height, width]: readonly number[],
  stride: Stride,
): tf.Tensor4D {
  const [, , h, w] = weight.shape;
  const upstream = spread(dy, stride);
  const [, , spreadHeight, spreadWidth] = upstream.shape;
  const padded = tf.pad(upstream, [
    [0, 0],
    [0, 0],
    [h - 1, height - spreadHeight],
    [w - 1, width - spreadWidth],
  ]);
  const flipped: tf.Tensor4D = tf.transpose(tf.reverse(weight, [2, 3]), [1, 0, 2, 3]);
  return correlate(padded, flipped, [1, 1]);
}

/** Every weight meets the input under the output's gradient: batch and channels change places. */
function weightGradient(
  dy: tf.Tensor4D,
  x: tf.Tensor4D,
  [, , h, w]: readonly number[],
  stride: Stride,
): tf.Tensor4D {
  const upstream: tf.Tensor4D = tf.transpose(spread(dy, stride), [1, 0, 2, 3]);
  const [, , spreadHeight, spreadWidth] = upstream.shape;
  const reached = tf.slice(x, [0, 0, 0, 0], [-1, -1, spreadHeight + h - 1, spreadWidth + w - 1]);
  const gradient = correlate(tf.transpose(reached, [1, 0, 2, 3]), upstream, [1, 1]);
  return tf.transpose(gradient, [1, 0, 2, 3]);
}
