import * as tf from '@tensorflow/tfjs-core';
import { afterAll, describe, expect, it } from 'vitest';
import { TensorError } from '#nd/tensor-error.ts';
import { batchNorm, groupNorm, instanceNorm, layerNorm, rmsNorm } from '#tensor';
import fixtures from '../../tests/pytorch/norm.json' with { type: 'json' };
import { expectClose } from '../../tests/support/expect-close.ts';
import { expectOperation, stored, type Stored } from '../../tests/support/fixtures.ts';

const operations = {
  batchNorm,
  batchNormEvaluation: batchNorm,
  layerNorm,
  instanceNorm,
  groupNorm,
  rmsNorm,
};

type Case = {
  name: string;
  op: keyof typeof operations;
  options: { epsilon: number; groups: number };
  terms: number;
  running?: { mean: Stored; variance: Stored };
} & Record<'x' | 'dy' | 'y' | 'dx', Stored> &
  Partial<Record<'gamma' | 'beta' | 'dGamma' | 'dBeta', Stored>>;

const passed = new Map<string, number>();

describe('every normalization equals PyTorch, forward and gradient', () => {
  it.each(fixtures as unknown as Case[])('$name', async ({ op, options, running, ...fixture }) => {
    const { terms, x, y, dy, dx, gamma, beta, dGamma, dBeta } = fixture;
    const given = running && {
      mean: stored(running.mean),
      variance: stored(running.variance),
    };
    const inputs = [x, gamma, beta].filter((input) => input !== undefined);
    await expectOperation(
      (x, ...rest) => {
        const affine = {
          ...(gamma && { gamma: rest[0] }),
          ...(beta && { beta: rest.at(-1) }),
        };
        return operations[op](x, { ...options, ...affine, running: given }).y;
      },
      inputs,
      { y, dy, terms, gradients: [dx, dGamma, dBeta].filter((gradient) => gradient !== undefined) },
    );
    tf.dispose(Object.values(given ?? {}));
    passed.set(op, (passed.get(op) ?? 0) + 1);
  });

  afterAll(() => {
    const counts = [...passed].map(([op, count]) => `${op} ${count}`).join(', ');
    console.info(`normalization against PyTorch on ${tf.getBackend()}: ${counts}`);
  });
});

describe('the statistics', () => {
  const ramp = Array.from({ length: 24 }, (_, index) => index);
  const x = (): tf.Tensor4D => tf.tensor4d(ramp, [2, 4, 1, 3]);

  it.each([
    ['batchNorm', batchNorm, [1, 4, 1, 1]],
    ['layerNorm', layerNorm, [2, 1, 1, 1]],
    ['instanceNorm', instanceNorm, [2, 4, 1, 1]],
    ['groupNorm', (t: tf.Tensor4D) => groupNorm(t, { groups: 2 }), [2, 4, 1, 1]],
  ] as const)('of %s can be broadcast over the input', (_, norm, shape) => {
    const input = x();
    const { y, mean, variance } = norm(input);
    expect(mean.shape).toEqual(shape);
    expect(variance.shape).toEqual(shape);
    tf.dispose([input, y, mean, variance]);
  });

  it('come out right around 10⁴ with deviation 1', async () => {
    const values = Array.from({ length: 4096 }, (_, index) => 1e4 + (index % 2 === 0 ? 1 : -1));
    const input = tf.tensor4d(values, [4, 1, 32, 32]);
    const { y, mean, variance } = batchNorm(input, { epsilon: 0 });
    await expectClose(mean, [1e4], 1e-7);
    await expectClose(variance, [1], 1e-5);
    await expectClose(
      y,
      values.map((value) => value - 1e4),
    );
    tf.dispose([input, y, mean, variance]);
  });

  it('of a constant channel are its value and 0, and what is left is β', async () => {
    const [input, beta] = [tf.fill([2, 1, 3, 3], 0.1), tf.tensor1d([0.5])];
    const { y, mean, variance } = batchNorm(input, { beta });
    await expectClose(mean, [0.1], 1e-6);
    expect([...(await variance.data())]).toEqual([0]);
    expect([...(await y.data())].every((value) => value === 0.5)).toBe(true);
    tf.dispose([input, beta, y, mean, variance]);
  });

  it('coincide at the ends: one group is LN, as many as channels IN, BN of one image IN', async () => {
    const input = x();
    const one = tf.slice(input, [0, 0, 0, 0], [1, 4, 1, 3]) as tf.Tensor4D;
    const pairs = [
      [groupNorm(input, { groups: 1 }), layerNorm(input)],
      [groupNorm(input, { groups: 4 }), instanceNorm(input)],
      [batchNorm(one), instanceNorm(one)],
    ];
    for (const [a, b] of pairs) {
      expect([...(await a.y.data())]).toEqual([...(await b.y.data())]);
      tf.dispose([...Object.values(a), ...Object.values(b)]);
    }
    tf.dispose([input, one]);
  });
});

describe('a normalization names the argument that cannot be met', () => {
  const x = (...shape: number[]): tf.Tensor => tf.zeros(shape);
  it.each<[string, string, () => object]>([
    ['one-value-a-channel', 'input', () => batchNorm(x(1, 3, 1, 1))],
    ['too-few-axes', 'input', () => batchNorm(x(4))],
    ['too-few-axes', 'input', () => instanceNorm(x(4))],
    ['groups-do-not-divide', 'groups', () => groupNorm(x(1, 3, 2, 2), { groups: 2 })],
    ['groups-do-not-divide', 'groups', () => groupNorm(x(1, 4, 2, 2), { groups: 0 })],
    ['wrong-shape', 'gamma', () => batchNorm(x(2, 3, 2, 2), { gamma: x(2) })],
    ['wrong-shape', 'beta', () => layerNorm(x(2, 3, 2, 2), { beta: x(3) })],
    ['wrong-shape', 'gamma', () => rmsNorm(x(2, 3, 2, 2), { gamma: x(3, 4) })],
  ])('%s (%s)', (code, argument, run) => {
    const attempt = (): void => tf.tidy(() => void run());
    expect(attempt).toThrow(TensorError);
    expect(attempt).toThrow(expect.objectContaining({ code, argument }) as Error);
    expect(attempt).not.toThrow(/undefined/);
  });

  it('but lets one value a channel pass in evaluation', async () => {
    const [input, mean, variance] = [tf.fill([1, 1, 1, 1], 3), tf.tensor1d([1]), tf.tensor1d([4])];
    const result = batchNorm(input, { running: { mean, variance }, epsilon: 0 });
    await expectClose(result.y, [1]);
    tf.dispose([input, mean, variance, ...Object.values(result)]);
  });
});
