import * as tf from '@tensorflow/tfjs-core';
import { kernelSpan, type AxisGeometry, type Pair } from '#nd/conv-geometry.ts';
import { pad2d } from './pad2d.ts';
import { poolGeometry, type Pool2dOptions } from './pool-geometry.ts';
import { subsample } from './spread.ts';

/** Padding never wins: the lowest finite float32, as WebGL has no portable −∞. */
const LOWEST = -3.4028234663852886e38;

/**
 * The largest cell of every window: [N, C, H, W] → [N, C, H′, W′].
 *
 * Where a window holds its largest value more than once, the first one, row by row, gets the
 * gradient.
 * @throws TensorError as {@link poolGeometry}
 * @see torch.nn.functional.max_pool2d
 */
export function maxPool2d(
  x: tf.Tensor4D,
  kernelSize: Pair,
  options: Pool2dOptions = {},
): tf.Tensor4D {
  const { axes, edges, stride } = poolGeometry(x, kernelSize, options);
  const [vertical, horizontal] = axes;
  return tf.tidy(() => {
    const padded = pad2d(x, edges, { value: LOWEST });
    const [n, c, height, width] = padded.shape;
    const rows = firstTapReach(height, vertical);
    const columns = firstTapReach(width, horizontal);
    let largest: tf.Tensor4D | undefined;
    for (let u = 0; u < vertical.kernel; u++) {
      for (let v = 0; v < horizontal.kernel; v++) {
        const begin = [0, 0, u * vertical.dilation, v * horizontal.dilation];
        const tap = subsample(tf.slice(padded, begin, [n, c, rows, columns]), stride);
        largest = largest ? tf.maximum(largest, tap) : tap;
      }
    }
    return largest as tf.Tensor4D;
  });
}

/** Cells from the first window's first tap to the last window's first tap. */
function firstTapReach(paddedSize: number, { kernel, stride, dilation }: AxisGeometry): number {
  return Math.floor((paddedSize - kernelSpan(kernel, dilation)) / stride) * stride + 1;
}
