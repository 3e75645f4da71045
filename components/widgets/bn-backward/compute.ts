import {
  batchNorm,
  batchNormBackward,
  mul,
  sum,
  toNdArray,
  toTensor,
  valueAndGradient,
} from '#tensor';
import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { TensorError } from '#nd/tensor-error.ts';
import { eigenvalues } from './eigenvalues.ts';
import type { Params } from './params.ts';

export type Result = {
  /** Mean and biased variance of the values: [2]. */
  readonly statistics: NdArray;
  /** x̂, and y = γx̂ (no gradient depends on β): [2, m]. */
  readonly forward: NdArray;
  /** Of the gradient that reaches y: the common part, the part along x̂, the rest: [3, m]. */
  readonly parts: NdArray;
  /** ∂L/∂y; ∂L/∂x by automatic differentiation; the same by the formula: [3, m]. */
  readonly gradients: NdArray;
  /** 11ᵀ/m; x̂x̂ᵀ/m; ∂y/∂x by automatic differentiation; the same by the formula: [4, m, m]. */
  readonly matrices: NdArray;
  /** Eigenvalues of 11ᵀ/m + x̂x̂ᵀ/m, which is taken out of I, and of what is left of it: [2, m]. */
  readonly eigenvalues: NdArray;
};

/** The gradient that reaches one channel on its way back, and the matrix that it is multiplied by. */
export default async function compute(params: Params): Promise<Result> {
  const { shape, data } = params.values;
  const [, m] = shape;
  const [x, g] = [data.subarray(0, m), data.subarray(m)];
  if (params.epsilon === '0' && x.every((value) => value === x[0])) {
    throw new TensorError('zero-variance', 'epsilon', {});
  }
  const own = await wayBack(ndArray([m, 1], x), ndArray([m, 1], g), params);
  // As many channels of the same values, each with a gradient at one of them, give all columns.
  const square = (at: (row: number, column: number) => number): NdArray =>
    ndArray(
      [m, m],
      Array.from({ length: m * m }, (_, index) => at(Math.floor(index / m), index % m)),
    );
  const identity = square((row, column) => Number(row === column));
  const all = await wayBack(
    square((row) => x[row]),
    identity,
    params,
  );
  const taken = square((row, column) => all.common[column] + all.along[row * m + column]);
  return {
    statistics: ndArray([2], [...own.mean, ...own.variance]),
    forward: ndArray([2, m], [...own.normalized, ...own.y]),
    parts: ndArray([3, m], [...x.map(() => own.common[0]), ...own.along, ...own.rest]),
    gradients: ndArray([3, m], [...g, ...own.automatic, ...own.byFormula]),
    matrices: ndArray(
      [4, m, m],
      [
        ...square((_, column) => all.common[column]).data,
        ...all.along,
        ...all.automatic,
        ...all.byFormula,
      ],
    ),
    eigenvalues: ndArray(
      [2, m],
      [...eigenvalues(taken), ...eigenvalues(ndArray([m, m], all.rest))],
    ),
  };
}

/**
 * Gradients on their way back through the batch normalization of some channels.
 * @param x [m, C]
 * @param g ∂L/∂y [m, C]
 * @returns per channel mean, variance and common part, all else as x
 */
async function wayBack(x: NdArray, g: NdArray, { gamma, epsilon }: Params) {
  const [m, channels] = x.shape;
  const [input, upstream] = [x, g].map((array) => toTensor(array, 'values', [m, channels, 1, 1]));
  const scale = ndArray([channels], new Array<number>(channels).fill(gamma));
  const options = { epsilon: Number(epsilon), gamma: toTensor(scale, 'gamma') };
  const { y: normalized, mean, variance } = batchNorm(input, { epsilon: options.epsilon });
  // The loss whose gradient at y is the upstream gradient.
  const { gradient: automatic } = valueAndGradient(
    (at) => sum(mul(batchNorm(at, options).y, upstream)),
    input,
  );
  const { common, along, rest, gradient: byFormula } = batchNormBackward(input, upstream, options);
  const tensors = {
    ...{ mean, variance, normalized, common, along, rest, automatic, byFormula },
    y: batchNorm(input, options).y,
  };
  const arrays = await Promise.all(
    Object.entries(tensors).map(
      async ([name, tensor]) => [name, (await toNdArray(tensor)).data] as const,
    ),
  );
  return Object.fromEntries(arrays) as Record<keyof typeof tensors, Float32Array>;
}
