import * as tf from '@tensorflow/tfjs-core';
import { afterAll, describe, expect, inject, it } from 'vitest';
import type { ActivationName } from '#nd/activation-names.ts';
import type { Edges } from '#nd/conv-geometry.ts';
import {
  activation,
  avgPool2d,
  batchNorm,
  conv2d,
  globalAvgPool2d,
  groupNorm,
  instanceNorm,
  layerNorm,
  maxPool2d,
  pad2d,
  rmsNorm,
  updateRunning,
} from '#tensor';
import type {
  ConformanceAttributes,
  ConformanceCase,
} from '../../tests/support/conformance-case.ts';
import { stored } from '../../tests/support/fixtures.ts';

/** One output, or several in the order in which the case expects them. */
type Run = (inputs: tf.Tensor[], one: ConformanceCase) => tf.Tensor | tf.Tensor[];

const toNchw = (x: tf.Tensor, layout: string): tf.Tensor4D =>
  (layout === 'NHWC' ? tf.transpose(x, [0, 3, 1, 2]) : x) as tf.Tensor4D;
const fromNchw = (x: tf.Tensor4D, layout: string): tf.Tensor =>
  layout === 'NHWC' ? tf.transpose(x, [0, 2, 3, 1]) : x;

const filterAxes = {
  OIHW: [0, 1, 2, 3],
  HWIO: [3, 2, 0, 1],
  OHWI: [0, 3, 1, 2],
  IHWO: [3, 0, 1, 2],
};

const edges = ({ pad }: Pick<ConformanceAttributes, 'pad'>): [Edges, Edges] => [
  [pad.top, pad.bottom],
  [pad.left, pad.right],
];

type PoolSettings = ConformanceAttributes & { readonly ceilMode: boolean };

/** The expected shape, not the attribute `rounding`, decides how the output size is rounded. */
const spatial =
  (pool: (x: tf.Tensor4D, settings: PoolSettings) => tf.Tensor4D): Run =>
  ([x], { attributes, layout, expected }) => {
    const input = toNchw(x, layout);
    const rounded = [false, true].find((ceilMode) => {
      const y = pool(input, { ...attributes, ceilMode });
      return fromNchw(y, layout).shape.join() === expected[0].shape.join();
    });
    return fromNchw(pool(input, { ...attributes, ceilMode: rounded ?? false }), layout);
  };

const poolOptions = ({ strides, dilations, ceilMode, ...attributes }: PoolSettings) => ({
  stride: strides,
  dilation: dilations,
  padding: edges(attributes),
  ceilMode,
});

/** (Σ |x|ᵖ)^(1/p): the sum over the window is a convolution with ones. */
const lpPool = (x: tf.Tensor4D, attributes: PoolSettings, p: number): tf.Tensor4D => {
  const [n, c, h, w] = x.shape;
  const powers = tf.reshape(tf.pow(tf.abs(x), p), [n * c, 1, h, w]) as tf.Tensor4D;
  const sizeAs = maxPool2d(powers, attributes.kernel, poolOptions(attributes)).shape;
  const overhang = Math.max(...attributes.strides) * 2;
  const roomy = pad2d(powers, [
    [0, overhang],
    [0, overhang],
  ]);
  const sums = conv2d(roomy, tf.ones([1, 1, ...attributes.kernel]), {
    stride: attributes.strides,
    dilation: attributes.dilations,
    padding: edges(attributes),
  });
  const cut = tf.slice(sums, [0, 0, 0, 0], sizeAs);
  return tf.reshape(tf.pow(cut, 1 / p), [n, c, sizeAs[2], sizeAs[3]]);
};

const elementwise =
  (name: ActivationName): Run =>
  ([x], { attributes }) =>
    activation(x, name, { alpha: attributes.alpha });

const clamped = <T extends tf.Tensor>(y: T, attributes: ConformanceAttributes): T => {
  const clamp = attributes.fused_activation as
    ConformanceAttributes['fused_activation'] | undefined;
  return clamp ? tf.clipByValue(y, clamp.min ?? -Infinity, clamp.max ?? 3e38) : y;
};

/** The inputs by their names; γ and β may be missing. */
function named(inputs: tf.Tensor[], one: ConformanceCase) {
  const byName = Object.fromEntries(one.inputs.map(({ name }, index) => [name, inputs[index]]));
  const { x, scale, bias, ...others } = byName as Record<string, tf.Tensor>;
  return { x, scale, bias, others } as {
    x: tf.Tensor;
    scale?: tf.Tensor;
    bias?: tf.Tensor;
    others: Partial<Record<string, tf.Tensor>>;
  };
}

/** The channel axis is second in the course, and after at least one other. */
const withChannelsSecond = (
  x: tf.Tensor,
  axis: number,
  run: (moved: tf.Tensor) => tf.Tensor,
): tf.Tensor => {
  const others = x.shape.flatMap((_, other) => (other === axis ? [] : [other]));
  const order = others.toSpliced(1, 0, axis);
  if (others.length === 0) return tf.reshape(run(tf.expandDims(x, 0)), x.shape);
  const back = order.map((_, position) => order.indexOf(position));
  return tf.transpose(run(tf.transpose(x, order)), back);
};

const operations: Record<string, Run> = {
  batch_norm(inputs, one) {
    const { axis, epsilon, mode, momentum } = one.attributes;
    const { x, scale, bias, others } = named(inputs, one);
    const { mean, variance, running_mean, running_var } = others;
    const running = mean && variance && { mean, variance };
    const options = { gamma: scale, beta: bias, epsilon, running };
    if (mode === 'inference') {
      const y = withChannelsSecond(x, axis, (moved) => batchNorm(moved, options).y);
      return clamped(y, one.attributes);
    }
    const batch = batchNorm(x, options);
    if (!running_mean || !running_var) throw new Error(`${one.name} has no running statistics`);
    const before = { mean: running_mean, variance: running_var };
    const rule = { momentumOf: 'old', momentum, unbiased: false } as const;
    const after = updateRunning(before, batch, x.size / batch.mean.size, rule);
    return [batch.y, after.mean, after.variance];
  },
  instance_norm(inputs, one) {
    const { x, scale, bias } = named(inputs, one);
    const options = { gamma: scale, beta: bias, epsilon: one.attributes.epsilon };
    return fromNchw(instanceNorm(toNchw(x, one.layout), options).y, one.layout);
  },
  group_norm(inputs, one) {
    const { x, scale, bias } = named(inputs, one);
    return groupNorm(x, { gamma: scale, beta: bias, ...one.attributes }).y;
  },
  layer_norm(inputs, one) {
    const { x, scale, bias } = named(inputs, one);
    const { axes, epsilon } = one.attributes;
    const { y, mean, variance } = layerNorm(x, { gamma: scale, beta: bias, axes, epsilon });
    return [y, mean, tf.rsqrt(tf.add(variance, epsilon))];
  },
  rms_norm(inputs, one) {
    const { x, scale } = named(inputs, one);
    return rmsNorm(x, { gamma: scale, ...one.attributes }).y;
  },
  mean_variance_norm([x], { attributes }) {
    return layerNorm(x, attributes).y;
  },
  conv2d([x, filter, bias], { attributes, layout }) {
    const y = conv2d(
      toNchw(x, layout),
      tf.transpose(filter as tf.Tensor4D, filterAxes[attributes.filter_layout]),
      {
        bias: bias as tf.Tensor1D | undefined,
        stride: attributes.strides,
        dilation: attributes.dilations,
        groups: attributes.groups,
        padding: edges(attributes),
      },
    );
    return fromNchw(clamped(y, attributes), layout);
  },
  max_pool2d: spatial((x, a) => maxPool2d(x, a.kernel, poolOptions(a))),
  avg_pool2d: spatial((x, a) =>
    avgPool2d(x, a.kernel, { ...poolOptions(a), countIncludePad: a.count_include_pad }),
  ),
  l2_pool2d: spatial((x, a) => lpPool(x, a, 2)),
  lp_pool2d: spatial((x, a) => lpPool(x, a, a.p)),
  global_avg_pool2d: spatial((x) => globalAvgPool2d(x)),
  global_max_pool2d: spatial((x) => maxPool2d(x, [x.shape[2], x.shape[3]])),
  relu: elementwise('relu'),
  leaky_relu: elementwise('leakyRelu'),
  gelu: ([x], { attributes }) =>
    activation(x, attributes.approximate === 'tanh' ? 'geluTanh' : 'gelu'),
  swish: elementwise('silu'),
  sigmoid: elementwise('sigmoid'),
  tanh: elementwise('tanh'),
  elu: elementwise('elu'),
  softplus: elementwise('softplus'),
  hard_swish: elementwise('hardSwish'),
};

/** Operations of the files that the course does not have, or not yet. */
const leftOut: Record<string, string> = {
  'clamp, hard_sigmoid, linear_affine, prelu, selu, softmax, log_softmax, softsign, thresholded_relu':
    'not among the activations of the course',
  'reduce_l2, reduce_mean, reduce_sum_square, lp_normalization, lrn, gemm':
    'not convolution, pooling, activation or normalization',
};

const cases = inject('conformance');

describe.skipIf(cases.length === 0)('conformance cases that others wrote', () => {
  const covered = cases.filter(({ op }) => Object.hasOwn(operations, op));
  const passed = new Map<string, number>();

  it.each(covered)('$op: $name', async (one: ConformanceCase) => {
    const before = tf.memory().numTensors;
    const got = tf.tidy(() => {
      const inputs = one.inputs.map((input) => stored(input));
      return [operations[one.op](inputs, one)].flat();
    });
    const { rtol, atol } = one.tolerance;
    for (const [output, expected] of one.expected.entries()) {
      expect(got[output].shape).toEqual(expected.shape);
      const data = await got[output].data();
      const worst = expected.data.findIndex(
        (value, index) =>
          !(Math.abs(data[index] - value) <= atol[expected.name] + rtol * Math.abs(value)),
      );
      expect(
        worst === -1
          ? 'within tolerance'
          : `${expected.name}: ${data[worst]} for ${expected.data[worst]} at ${worst}`,
      ).toBe('within tolerance');
    }
    tf.dispose(got);
    expect(tf.memory().numTensors).toBe(before);
    passed.set(one.op, (passed.get(one.op) ?? 0) + 1);
  });

  it('says what is left out, and why', () => {
    const named = new Set(Object.keys(leftOut).flatMap((operations) => operations.split(', ')));
    const unnamed = cases.filter(({ op }) => !Object.hasOwn(operations, op) && !named.has(op));
    expect(unnamed.map(({ op }) => op)).toEqual([]);
  });

  afterAll(() => {
    const total = [...passed.values()].reduce((sum, count) => sum + count, 0);
    const byOperation = [...passed].map(([op, count]) => `${op} ${count}`).join(', ');
    console.info(
      `conformance on ${tf.getBackend()}: ${total} of ${covered.length} cases pass (${byOperation})`,
    );
    for (const [operations, reason] of Object.entries(leftOut)) {
      const count = cases.filter(({ op }) => operations.split(', ').includes(op)).length;
      console.info(`  left out ${count}: ${operations} (${reason})`);
    }
  });
});
