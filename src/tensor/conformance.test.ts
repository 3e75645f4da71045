import * as tf from '@tensorflow/tfjs-core';
import { afterAll, describe, expect, inject, it } from 'vitest';
import type { ActivationName } from '#nd/activation-names.ts';
import type { Edges } from '#nd/conv-geometry.ts';
import { activation, avgPool2d, conv2d, globalAvgPool2d, maxPool2d, pad2d } from '#tensor';
import type {
  ConformanceAttributes,
  ConformanceCase,
} from '../../tests/support/conformance-case.ts';
import { stored } from '../../tests/support/fixtures.ts';

type Run = (inputs: tf.Tensor[], one: ConformanceCase) => tf.Tensor;

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

const operations: Record<string, Run> = {
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
    const clamp = attributes.fused_activation as
      ConformanceAttributes['fused_activation'] | undefined;
    const clamped = clamp ? tf.clipByValue(y, clamp.min ?? -Infinity, clamp.max ?? 3e38) : y;
    return fromNchw(clamped, layout);
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
  'batch_norm, instance_norm, layer_norm, group_norm, rms_norm, mean_variance_norm':
    'normalization comes with its chapter',
  'reduce_l2, reduce_mean, reduce_sum_square, lp_normalization, lrn, gemm':
    'not convolution, pooling or activation',
};

const cases = inject('conformance');

describe.skipIf(cases.length === 0)('conformance cases that others wrote', () => {
  const covered = cases.filter(({ op }) => Object.hasOwn(operations, op));
  const passed = new Map<string, number>();

  it.each(covered)('$op: $name', async (one: ConformanceCase) => {
    const before = tf.memory().numTensors;
    const got = tf.tidy(() => {
      const inputs = one.inputs.map((input) => stored(input));
      return operations[one.op](inputs, one);
    });
    const [expected] = one.expected;
    const { rtol, atol } = one.tolerance;
    expect(got.shape).toEqual(expected.shape);
    const data = await got.data();
    const worst = expected.data.findIndex(
      (value, index) =>
        !(Math.abs(data[index] - value) <= atol[expected.name] + rtol * Math.abs(value)),
    );
    expect(
      worst === -1 ? 'within tolerance' : `${data[worst]} for ${expected.data[worst]} at ${worst}`,
    ).toBe('within tolerance');
    got.dispose();
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
