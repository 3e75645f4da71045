import * as tf from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import {
  gradientPiecesProgram,
  gradientProgram,
  normalizeProgram,
  piecesOf,
  piecesProgram,
  productPiecesProgram,
  scaleProgram,
  statisticsProgram,
  sumsProgram,
} from './standardize-programs.ts';
import {
  NORMALIZE_SETS,
  NORMALIZE_SETS_GRADIENT,
  PRODUCT_SUMS,
  SCALE_SETS,
  SET_STATISTICS,
  type NormalizeAttributes,
  type SetLayout,
} from '../set-kernels.ts';

// Kernels of our own for the WebGL backend; see ../set-kernels.ts for how tensors lie.

type Kernel = (
  backend: MathBackendWebGL,
  inputs: Readonly<Record<'x' | 's' | 'd' | 'g' | 'b', tf.TensorInfo>>,
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
  const means = backend.compileAndRun(sumsProgram(sets, 'mean'), [parts], 'float32', [sizes]);
  const dx = gradientProgram(x.shape[0], centred);
  const result = backend.compileAndRun(dx, [d, x, s, means], 'float32', uniforms);
  backend.disposeIntermediateTensorInfo(parts);
  backend.disposeIntermediateTensorInfo(means);
  return result;
};

const scaleSets: Kernel = (backend, { x, g, b }, { layout }) =>
  backend.compileAndRun(scaleProgram(x.shape[0]), [x, g, b], 'float32', [piecesIn(layout).sizes]);

const productSums: Kernel = (backend, { d, x }, { layout }) => {
  const [, sets] = layout;
  const { sizes, pieces } = piecesIn(layout);
  const program = productPiecesProgram(sets, pieces);
  const parts = backend.compileAndRun(program, [d, x], 'float32', [sizes]);
  const sums = backend.compileAndRun(sumsProgram(sets, 'sum'), [parts], 'float32', [sizes]);
  backend.disposeIntermediateTensorInfo(parts);
  return sums;
};

for (const [kernelName, kernel] of [
  [SET_STATISTICS, setStatistics],
  [NORMALIZE_SETS, normalizeSets],
  [NORMALIZE_SETS_GRADIENT, normalizeSetsGradient],
  [SCALE_SETS, scaleSets],
  [PRODUCT_SUMS, productSums],
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
