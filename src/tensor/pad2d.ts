import * as tf from '@tensorflow/tfjs-core';
import type { Edges, PaddingMode } from '#nd/conv-geometry.ts';
import { TensorError } from '#nd/tensor-error.ts';

export type Pad2dOptions = {
  readonly mode?: PaddingMode;
  /** What the added cells hold in the mode 'constant'. */
  readonly value?: number;
};

/**
 * Adds cells around the last two axes of an [N, C, H, W] tensor.
 *
 * Modes as in `torch.nn.functional.pad`: 'constant' fills with `value` (0), 'replicate' repeats the
 * border cell, 'reflect' mirrors at the border cell without repeating it.
 * @throws TensorError `reflect-too-far` if a reflected edge is not smaller than its axis
 */
export function pad2d(
  x: tf.Tensor4D,
  [vertical, horizontal]: readonly [Edges, Edges],
  { mode = 'constant', value = 0 }: Pad2dOptions = {},
): tf.Tensor4D {
  if ([...vertical, ...horizontal].every((edge) => edge === 0)) return tf.clone(x);
  if (mode === 'constant') {
    return tf.pad(x, [[0, 0], [0, 0], [...vertical], [...horizontal]], value);
  }
  return padAxis(padAxis(x, 2, vertical, mode), 3, horizontal, mode);
}

function padAxis(
  x: tf.Tensor4D,
  axis: 2 | 3,
  [before, after]: Edges,
  mode: 'reflect' | 'replicate',
): tf.Tensor4D {
  const size = x.shape[axis];
  if (mode === 'reflect' && Math.max(before, after) >= size) {
    throw new TensorError('reflect-too-far', 'padding', {
      was: Math.max(before, after),
      most: size - 1,
    });
  }
  const edge = (begin: number, count: number): tf.Tensor4D => {
    if (mode === 'reflect') return tf.reverse(cells(x, axis, begin, count), axis);
    const repeats = [1, 1, 1, 1];
    repeats[axis] = count;
    return tf.tile(cells(x, axis, begin, 1), repeats);
  };
  const parts = [x];
  if (before > 0) parts.unshift(edge(mode === 'reflect' ? 1 : 0, before));
  if (after > 0) parts.push(edge(mode === 'reflect' ? size - 1 - after : size - 1, after));
  return parts.length === 1 ? x : tf.concat(parts, axis);
}

function cells(x: tf.Tensor4D, axis: 2 | 3, begin: number, count: number): tf.Tensor4D {
  const begins = [0, 0, 0, 0];
  const sizes = [...x.shape];
  begins[axis] = begin;
  sizes[axis] = count;
  return tf.slice(x, begins, sizes);
}
