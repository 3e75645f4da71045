import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { TensorError } from '#nd/tensor-error.ts';
import { batchNorm, batchNormBackward, mul, sum, valueAndGradient } from '#tensor';
import fixtures from '../../tests/pytorch/norm.json' with { type: 'json' };
import { expectClose } from '../../tests/support/expect-close.ts';
import { stored, type Stored } from '../../tests/support/fixtures.ts';

type Case = {
  name: string;
  op: string;
  options: { epsilon: number };
  terms: number;
  gamma?: Stored;
} & Record<'x' | 'dy' | 'dx', Stored>;

const cases = (fixtures as unknown as Case[]).filter(({ op }) => op === 'batchNorm');

describe('the gradient of batch normalization by formula equals PyTorch', () => {
  it.each(cases)('$name', async ({ x, dy, dx, gamma, options, terms }) => {
    const before = tf.memory().numTensors;
    const [input, upstream] = [stored(x), stored(dy)];
    const weight = gamma && stored(gamma);
    const parts = batchNormBackward(input, upstream, { ...options, gamma: weight });
    await expectClose(parts.gradient, dx.data, undefined, terms);
    tf.dispose([input, upstream, ...(weight ? [weight] : []), ...Object.values(parts)]);
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('batchNormBackward', () => {
  const x = (): tf.Tensor4D => tf.tensor4d([1, 3, 4, 5, 7], [5, 1, 1, 1]);
  const g = (): tf.Tensor4D => tf.tensor4d([0.5, -1.5, 2, 1, 3], [5, 1, 1, 1]);

  it('takes out the mean and what lies along x̂', async () => {
    const parts = tf.tidy(() => batchNormBackward(x(), g(), { epsilon: 0 }));
    await expectClose(parts.common, [1]);
    await expectClose(parts.along, [-1.5, -0.5, 0, 0.5, 1.5]);
    await expectClose(parts.rest, [1, -2, 1, -0.5, 0.5]);
    await expectClose(parts.gradient, [0.5, -1, 0.5, -0.25, 0.25]);
    tf.dispose(Object.values(parts));
  });

  it('is what automatic differentiation gives, with an ε as large as the variance too', async () => {
    const [input, upstream, gamma] = [x(), g(), tf.tensor1d([-2])];
    const options = { epsilon: 4, gamma };
    const { value, gradient } = valueAndGradient(
      (at) => sum(mul(batchNorm(at, options).y, upstream)),
      input,
    );
    const parts = batchNormBackward(input, upstream, options);
    await expectClose(parts.gradient, [...(await gradient.data())]);
    tf.dispose([input, upstream, gamma, value, gradient, ...Object.values(parts)]);
  });

  it('needs a gradient for every value', () => {
    const [input, upstream] = [x(), tf.tensor4d([1], [1, 1, 1, 1])];
    expect(() => batchNormBackward(input, upstream)).toThrow(TensorError);
    tf.dispose([input, upstream]);
  });
});
