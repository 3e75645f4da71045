import * as tf from '@tensorflow/tfjs-core';
import './cpu/standardize-kernels.ts';
import {
  NORMALIZE_SETS,
  NORMALIZE_SETS_GRADIENT,
  PRODUCT_SUMS,
  rows,
  SCALE_SETS,
  SET_STATISTICS,
  type NormalizeAttributes,
  type SetLayout,
} from './set-kernels.ts';
import './webgl/standardize-kernels.ts';

/** What is known of a set, each shaped as the tensor with size 1 along the axes that it was taken over. */
export type SetStatistics = Readonly<Record<'mean' | 'variance' | 'meanSquare', tf.Tensor>>;

/**
 * Whether the present backend has kernels that normalize sets over these axes: WebGL 2 and the CPU have
 * them, where the other axes lie next to each other.
 */
export function hasSetKernels(x: tf.Tensor, axes: readonly number[]): boolean {
  return (
    tf.getKernel(SET_STATISTICS, tf.getBackend()) !== undefined &&
    (tf.getBackend() !== 'webgl' || tf.env().getNumber('WEBGL_VERSION') === 2) &&
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
  const attributes = { ...options, layout: layoutOf(x, axes) };
  const flat = tf.reshape(x, [x.size]);
  const statistics = run(SET_STATISTICS, { x: flat }, attributes);
  const normalize = tf.customGrad((input, save) => {
    (save as tf.GradSaveFunc)([input as tf.Tensor, statistics]);
    return {
      value: run(NORMALIZE_SETS, { x: input as tf.Tensor, s: statistics }, attributes),
      gradFunc: (d, [saved, s]) => run(NORMALIZE_SETS_GRADIENT, { d, x: saved, s }, attributes),
    };
  });
  return { y: tf.reshape(normalize(flat), x.shape), ...rowsOf(statistics, x.shape, axes) };
}

/**
 * The statistics alone, in one launch; they have no gradient.
 * @param axes that make a set; `hasSetKernels` says whether they can be had
 * @throws Error if there are no kernels for these axes
 */
export function setStatistics(x: tf.Tensor, axes: readonly number[]): SetStatistics {
  const attributes = { layout: layoutOf(x, axes), epsilon: 0, centred: true };
  const statistics = run(SET_STATISTICS, { x: tf.reshape(x, [x.size]) }, attributes);
  return rowsOf(statistics, x.shape, axes);
}

function rowsOf(
  statistics: tf.Tensor,
  shape: readonly number[],
  axes: readonly number[],
): SetStatistics {
  const kept = shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
  const sets = statistics.size / Object.keys(rows).length;
  const row = (at: number): tf.Tensor => tf.reshape(tf.slice(statistics, at * sets, sets), kept);
  return {
    mean: row(rows.mean),
    variance: row(rows.variance),
    meanSquare: row(rows.meanSquare),
  };
}

/**
 * Every set of a tensor times a factor and plus a summand of its own, in one launch, and in four more
 * their gradients.
 * @param axes that make a set; `hasSetKernels` says whether they can be had
 * @param gamma one number for each set, in the order of the other axes; `beta` as well
 * @throws Error if there are no kernels for these axes
 */
export function scaleSets<T extends tf.Tensor>(
  x: T,
  axes: readonly number[],
  gamma: tf.Tensor,
  beta: tf.Tensor,
): T {
  const layout = layoutOf(x, axes);
  const scale = tf.customGrad((...given) => {
    const [input, g, b, save] = given as [tf.Tensor, tf.Tensor, tf.Tensor, tf.GradSaveFunc];
    save([input, g]);
    return {
      value: run(SCALE_SETS, { x: input, g, b }, { layout }),
      gradFunc: (d, saved) => {
        const [values, factors] = saved;
        const sums = run(PRODUCT_SUMS, { d, x: values }, { layout });
        const [, sets] = layout;
        return [
          run(SCALE_SETS, { x: d, g: factors, b: tf.zerosLike(factors) }, { layout }),
          tf.slice(sums, 0, sets),
          tf.slice(sums, sets, sets),
        ];
      },
    };
  });
  const [flat, ...vectors] = [x, gamma, beta].map((tensor) => tf.reshape(tensor, [tensor.size]));
  return tf.reshape(scale(flat, ...vectors), x.shape) as T;
}

function run(
  kernel: string,
  inputs: Readonly<Record<string, tf.Tensor>>,
  attributes: NormalizeAttributes | Pick<NormalizeAttributes, 'layout'>,
): tf.Tensor {
  return tf.engine().runKernel(kernel, inputs, attributes as unknown as tf.NamedAttrMap);
}

function layoutOf(x: tf.Tensor, axes: readonly number[]): SetLayout {
  const layout = setLayout(x.shape, axes);
  if (!layout) throw new Error(`No kernels take the axes ${axes.join(', ')} together`);
  return layout;
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
