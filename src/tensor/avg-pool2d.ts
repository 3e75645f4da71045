import * as tf from '@tensorflow/tfjs-core';
import type { Edges, Pair } from '#nd/conv-geometry.ts';
import { correlate } from './correlate.ts';
import { pad2d } from './pad2d.ts';
import { poolGeometry, type Pool2dOptions } from './pool-geometry.ts';
import { requireRank } from './require.ts';
import { spread } from './spread.ts';

export type AvgPool2dOptions = Pool2dOptions & {
  /** Whether padded cells count in the divisor; the overhang of `ceilMode` never does. */
  readonly countIncludePad?: boolean;
};

/**
 * The mean of every window: [N, C, H, W] → [N, C, H′, W′].
 * @throws TensorError as {@link poolGeometry}
 * @see torch.nn.functional.avg_pool2d
 */
export function avgPool2d(
  x: tf.Tensor4D,
  kernelSize: Pair,
  options: AvgPool2dOptions = {},
): tf.Tensor4D {
  const { axes, edges, kernel, stride, dilation } = poolGeometry(x, kernelSize, options);
  const { countIncludePad = true } = options;
  return tf.tidy(() => {
    const ones = spread(tf.ones([1, 1, kernel[0], kernel[1]]), dilation);
    const windowSums = (cells: tf.Tensor4D): tf.Tensor4D => correlate(cells, ones, stride);
    const [n, c, height, width] = x.shape;
    const sums = windowSums(pad2d(tf.reshape(x, [n * c, 1, height, width]), edges));
    const [, , h, w] = sums.shape;
    const counted = countIncludePad
      ? [axes[0].padding, axes[1].padding]
      : [
          [0, 0],
          [0, 0],
        ];
    const uncounted = edges.map(([before, after], axis): Edges => {
      return [before - counted[axis][0], after - counted[axis][1]];
    });
    const countedCells: tf.Tensor4D = tf.ones([
      1,
      1,
      height + counted[0][0] + counted[0][1],
      width + counted[1][0] + counted[1][1],
    ]);
    const counts = windowSums(pad2d(countedCells, [uncounted[0], uncounted[1]]));
    return tf.reshape(tf.div(sums, counts), [n, c, h, w]);
  });
}

/**
 * One mean per channel: [N, C, H, W] → [N, C, 1, 1].
 * @see torch.nn.AdaptiveAvgPool2d(1)
 */
export function globalAvgPool2d(x: tf.Tensor4D): tf.Tensor4D {
  requireRank('input', x, 4);
  return tf.mean(x, [2, 3], true);
}
