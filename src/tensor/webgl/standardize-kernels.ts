import * as tf from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import {
  gradientMeansProgram,
  gradientPiecesProgram,
  gradientProgram,
  normalizeProgram,
  piecesOf,
  piecesProgram,
  statisticsProgram,
} from './standardize-programs.ts';

// Kernels of our own for the WebGL backend; the other backends do without. What they take and give is
// laid flat: x and gradients [A, K, B], K sets of A · B values each; statistics [5, K].

export const SET_STATISTICS = 'SetStatistics';
export const NORMALIZE_SETS = 'NormalizeSets';
export const NORMALIZE_SETS_GRADIENT = 'NormalizeSetsGradient';

/** Sizes of x: A, K and B. */
export type SetLayout = readonly [a: number, k: number, b: number];

/** What the kernels are told. */
export type NormalizeAttributes = {
  readonly layout: SetLayout;
  readonly epsilon: number;
  /** Whether the mean is taken away. */
  readonly centred: boolean;
};

type Kernel = (
  backend: MathBackendWebGL,
  inputs: Readonly<Record<'x' | 's' | 'd', tf.TensorInfo>>,
  attributes: NormalizeAttributes,
) => tf.TensorInfo;

/** The uniform `sizes`, and how many pieces a set has. */
function piecesIn([a, k, b]: SetLayout): { readonly sizes: number[]; readonly pieces: number } {
  const { pieces, length } = piecesOf(a * b);
  return { sizes: [a, k, b, length], pieces };
}

const setStatistics: Kernel = (backend, { x }, { layout }) => {
  const [, sets] = layout;
  const { sizes, pieces } = piecesIn(layout);
  const parts = backend.compileAndRun(piecesProgram(sets, pieces), [x], 'float32', [sizes]);
  const statistics = backend.compileAndRun(statisticsProgram(sets), [parts], 'float32', [sizes]);
  backend.disposeIntermediateTensorInfo(parts);
  return statistics;
};

const normalizeSets: Kernel = (backend, { x, s }, { layout, epsilon, centred }) => {
  const program = normalizeProgram(x.shape[0], centred);
  return backend.compileAndRun(program, [x, s], 'float32', [piecesIn(layout).sizes, [epsilon]]);
};

const normalizeSetsGradient: Kernel = (backend, { d, x, s }, { layout, epsilon, centred }) => {
  const [, sets] = layout;
  const { sizes, pieces } = piecesIn(layout);
  const uniforms = [sizes, [epsilon]];
  const sums = gradientPiecesProgram(sets, pieces, centred);
  const parts = backend.compileAndRun(sums, [d, x, s], 'float32', uniforms);
  const means = backend.compileAndRun(gradientMeansProgram(sets), [parts], 'float32', [sizes]);
  const dx = gradientProgram(x.shape[0], centred);
  const result = backend.compileAndRun(dx, [d, x, s, means], 'float32', uniforms);
  backend.disposeIntermediateTensorInfo(parts);
  backend.disposeIntermediateTensorInfo(means);
  return result;
};

for (const [kernelName, kernel] of [
  [SET_STATISTICS, setStatistics],
  [NORMALIZE_SETS, normalizeSets],
  [NORMALIZE_SETS_GRADIENT, normalizeSetsGradient],
] as const) {
  tf.registerKernel({
    kernelName,
    backendName: 'webgl',
    kernelFunc: ({ inputs, attrs, backend }) =>
      kernel(
        backend as MathBackendWebGL,
        inputs as Parameters<Kernel>[1],
        attrs as unknown as NormalizeAttributes,
      ),
  });
}
