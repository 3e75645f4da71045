import * as tf from '@tensorflow/tfjs-core';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import {
  NORMALIZE_SETS,
  NORMALIZE_SETS_GRADIENT,
  PRODUCT_SUMS,
  rows,
  ROWS,
  SCALE_SETS,
  SET_STATISTICS,
  type NormalizeAttributes,
  type SetLayout,
} from '../set-kernels.ts';

// Kernels of our own for the CPU backend: plain loops, where TensorFlow.js's operations go through a
// tensor a dozen times. See set-kernels.ts for how tensors lie.

type Values = Readonly<Record<'x' | 's' | 'd' | 'g' | 'b', Float32Array>>;

type Kernel = (values: Values, attributes: NormalizeAttributes) => Float32Array;

/** Calls back with where each value of set k lies. */
function forEachValue([a, k, b]: SetLayout, set: number, visit: (at: number) => void): void {
  for (let outer = 0; outer < a; outer++) {
    const first = (outer * k + set) * b;
    for (let at = first; at < first + b; at++) visit(at);
  }
}

const setStatistics: Kernel = ({ x }, { layout }) => {
  const [a, sets, b] = layout;
  const values = a * b;
  const statistics = new Float32Array(ROWS * sets);
  for (let set = 0; set < sets; set++) {
    const shift = x[set * b];
    let sum = 0;
    forEachValue(layout, set, (at) => (sum += x[at] - shift));
    const rest = sum / values;
    let squares = 0;
    forEachValue(layout, set, (at) => (squares += (x[at] - shift - rest) ** 2));
    const [mean, variance] = [shift + rest, squares / values];
    const row = { shift, rest, variance, mean, meanSquare: variance + mean * mean };
    for (const [name, place] of Object.entries(rows)) {
      statistics[place * sets + set] = row[name as keyof typeof rows];
    }
  }
  return statistics;
};

/** x̂ of the values of one set, with its scale for the gradient. */
function normalizer(
  s: Float32Array,
  set: number,
  { layout, epsilon, centred }: NormalizeAttributes,
) {
  const of = (row: number): number => s[row * layout[1] + set];
  const [shift, rest] = centred ? [of(rows.shift), of(rows.rest)] : [0, 0];
  const scale = 1 / Math.sqrt(of(centred ? rows.variance : rows.meanSquare) + epsilon);
  return { scale, hat: (value: number): number => (value - shift - rest) * scale };
}

const normalizeSets: Kernel = ({ x, s }, attributes) => {
  const y = new Float32Array(x.length);
  for (let set = 0; set < attributes.layout[1]; set++) {
    const { hat } = normalizer(s, set, attributes);
    forEachValue(attributes.layout, set, (at) => (y[at] = hat(x[at])));
  }
  return y;
};

/** dx = (d − mean of d − x̂ · mean of d x̂) / √(σ² + ε); without the mean of d where none was taken away. */
const normalizeSetsGradient: Kernel = ({ d, x, s }, attributes) => {
  const { layout, centred } = attributes;
  const values = layout[0] * layout[2];
  const dx = new Float32Array(x.length);
  for (let set = 0; set < layout[1]; set++) {
    const { scale, hat } = normalizer(s, set, attributes);
    let [sum, products] = [0, 0];
    forEachValue(layout, set, (at) => {
      sum += d[at];
      products += d[at] * hat(x[at]);
    });
    const [mean, along] = [centred ? sum / values : 0, products / values];
    forEachValue(layout, set, (at) => (dx[at] = scale * (d[at] - mean - hat(x[at]) * along)));
  }
  return dx;
};

const scaleSets: Kernel = ({ x, g, b }, { layout }) => {
  const y = new Float32Array(x.length);
  for (let set = 0; set < layout[1]; set++) {
    forEachValue(layout, set, (at) => (y[at] = x[at] * g[set] + b[set]));
  }
  return y;
};

const productSums: Kernel = ({ d, x }, { layout }) => {
  const [, sets] = layout;
  const sums = new Float32Array(2 * sets);
  for (let set = 0; set < sets; set++) {
    let [products, sum] = [0, 0];
    forEachValue(layout, set, (at) => {
      products += d[at] * x[at];
      sum += d[at];
    });
    sums[set] = products;
    sums[sets + set] = sum;
  }
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
    backendName: 'cpu',
    kernelFunc({ inputs, attrs, backend }) {
      const cpu = backend as MathBackendCPU;
      const values = Object.entries(inputs).map(([name, info]) => [
        name,
        cpu.data.get((info as tf.TensorInfo).dataId).values as Float32Array,
      ]);
      const data = kernel(
        Object.fromEntries(values) as Values,
        attrs as unknown as NormalizeAttributes,
      );
      return cpu.makeTensorInfo([data.length], 'float32', data);
    },
  });
}
