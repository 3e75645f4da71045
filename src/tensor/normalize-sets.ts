import * as tf from '@tensorflow/tfjs-core';
import {
  NORMALIZE_SETS,
  NORMALIZE_SETS_GRADIENT,
  SET_STATISTICS,
  type NormalizeAttributes,
  type SetLayout,
} from './webgl/standardize-kernels.ts';
import { rows } from './webgl/standardize-programs.ts';

/** What is known of a set, each shaped as the tensor with size 1 along the axes that it was taken over. */
export type SetStatistics = Readonly<Record<'mean' | 'variance' | 'meanSquare', tf.Tensor>>;

/**
 * Whether the present backend has kernels that normalize sets over these axes: WebGL 2 has them, where
 * the other axes lie next to each other.
 */
export function hasSetKernels(x: tf.Tensor, axes: readonly number[]): boolean {
  return (
    tf.getKernel(SET_STATISTICS, tf.getBackend()) !== undefined &&
    tf.env().getNumber('WEBGL_VERSION') === 2 &&
    x.size > 0 &&
    setLayout(x.shape, axes) !== undefined
  );
}

/**
 * Every set of a tensor normalized by its own statistics, in three launches, and in three more its
 * gradient. Only y has a gradient.
 * @param axes that make a set; `hasSetKernels` says whether they can be had
 * @param options whether the mean is taken away, and what is added to the variance or mean square
 * @throws Error if there are no kernels for these axes
 */
export function normalizeSets(
  x: tf.Tensor,
  axes: readonly number[],
  options: Omit<NormalizeAttributes, 'layout'>,
): SetStatistics & { readonly y: tf.Tensor } {
  const layout = setLayout(x.shape, axes);
  if (!layout) throw new Error(`No kernels normalize over the axes ${axes.join(', ')}`);
  const attributes = { ...options, layout };
  const flat = tf.reshape(x, [x.size]);
  const statistics = run(SET_STATISTICS, { x: flat }, attributes);
  const normalize = tf.customGrad((input, save) => {
    (save as tf.GradSaveFunc)([input as tf.Tensor, statistics]);
    return {
      value: run(NORMALIZE_SETS, { x: input as tf.Tensor, s: statistics }, attributes),
      gradFunc: (d, [saved, s]) => run(NORMALIZE_SETS_GRADIENT, { d, x: saved, s }, attributes),
    };
  });
  const kept = x.shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
  const row = (at: number): tf.Tensor =>
    tf.reshape(tf.slice(statistics, at * layout[1], layout[1]), kept);
  return {
    y: tf.reshape(normalize(flat), x.shape),
    mean: row(rows.mean),
    variance: row(rows.variance),
    meanSquare: row(rows.meanSquare),
  };
}

function run(
  kernel: string,
  inputs: Readonly<Record<string, tf.Tensor>>,
  attributes: NormalizeAttributes,
): tf.Tensor {
  return tf.engine().runKernel(kernel, inputs, attributes as unknown as tf.NamedAttrMap);
}

/** [A, K, B] with the sets along K, or undefined where others than the axes' lie apart. */
function setLayout(shape: readonly number[], axes: readonly number[]): SetLayout | undefined {
  const others = shape.map((_, axis) => axis).filter((axis) => !axes.includes(axis));
  const first = others[0] ?? 0;
  if (others.some((axis, place) => axis !== first + place)) return undefined;
  const product = (from: number, to: number): number =>
    shape.slice(from, to).reduce((sizes, size) => sizes * size, 1);
  const end = first + others.length;
  return [product(0, first), product(first, end), product(end, shape.length)];
}
