import * as tf from '@tensorflow/tfjs-core';
import { toPair, type Pair } from '#nd/conv-geometry.ts';
import { requireRank } from './require.ts';

/**
 * Every window of an image as one column: [N, C, H, W] → [N, C·h·w, H′·W′] for stride 1, no padding.
 * @see torch.nn.functional.unfold
 */
export function unfold(x: tf.Tensor4D, kernelSize: Pair): tf.Tensor3D {
  requireRank('input', x, 4);
  const [h, w] = toPair(kernelSize);
  const [n, c, height, width] = x.shape;
  const [rows, columns] = [height - h + 1, width - w + 1];
  return tf.tidy(() => {
    const taps = Array.from({ length: h * w }, (_, tap) =>
      tf.slice(x, [0, 0, Math.floor(tap / w), tap % w], [n, c, rows, columns]),
    );
    return tf.reshape(tf.stack(taps, 2), [n, c * h * w, rows * columns]);
  });
}

/** Mean of the outer products of a matrix's columns: [n, m] → [n, n], X Xᵀ / m. */
export function secondMoment(columns: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => tf.div(tf.matMul(columns, columns, false, true), columns.shape[1]));
}
