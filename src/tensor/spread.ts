import * as tf from '@tensorflow/tfjs-core';

/**
 * Puts stride − 1 zeros between neighbouring cells of the last two axes:
 * [N, C, H, W] → [N, C, (H − 1)·s + 1, (W − 1)·s + 1].
 *
 * It dilates a kernel, and it is the adjoint of {@link subsample}.
 */
export function spread(x: tf.Tensor4D, [sh, sw]: readonly [number, number]): tf.Tensor4D {
  if (sh === 1 && sw === 1) return x;
  return tf.customGrad((t) => ({
    value: spreadCells(t as tf.Tensor4D, [sh, sw]),
    gradFunc: (dy) => subsample(dy as tf.Tensor4D, [sh, sw]),
  }))(x) as tf.Tensor4D;
}

/**
 * Keeps every s-th cell of the last two axes, the first one included:
 * [N, C, H, W] → [N, C, ⌈H / s⌉, ⌈W / s⌉].
 */
export function subsample(x: tf.Tensor4D, [sh, sw]: readonly [number, number]): tf.Tensor4D {
  if (sh === 1 && sw === 1) return x;
  const [n, c, height, width] = x.shape;
  return tf.customGrad((t) => ({
    value: tf.stridedSlice(t as tf.Tensor4D, [0, 0, 0, 0], [n, c, height, width], [1, 1, sh, sw]),
    gradFunc: (dy) => {
      const cells = spreadCells(dy as tf.Tensor4D, [sh, sw]);
      const [, , h, w] = cells.shape;
      return tf.pad(cells, [
        [0, 0],
        [0, 0],
        [0, height - h],
        [0, width - w],
      ]);
    },
  }))(x) as tf.Tensor4D;
}

function spreadCells(x: tf.Tensor4D, [sh, sw]: readonly [number, number]): tf.Tensor4D {
  const [n, c, h, w] = x.shape;
  const cells = tf.reshape(x, [n * c, h, w, 1]);
  const columns = tf.pad(cells, [
    [0, 0],
    [0, 0],
    [0, 0],
    [0, sw - 1],
  ]);
  const lines = tf.reshape(columns, [n * c, h, 1, w * sw]);
  const rows = tf.pad(lines, [
    [0, 0],
    [0, 0],
    [0, sh - 1],
    [0, 0],
  ]);
  const wide: tf.Tensor4D = tf.reshape(rows, [n, c, h * sh, w * sw]);
  return tf.slice(wide, [0, 0, 0, 0], [n, c, (h - 1) * sh + 1, (w - 1) * sw + 1]);
}
