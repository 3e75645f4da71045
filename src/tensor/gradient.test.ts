import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { conv2d, meanSquaredError, valueAndGradient, valueAndGradients } from '#tensor';
import { expectClose } from '../../tests/support/expect-close.ts';
import { expectOperation } from '../../tests/support/fixtures.ts';

describe('valueAndGradient', () => {
  it('of a sum of cubes is that sum, and three times the squares', async () => {
    const at = tf.tensor2d([
      [1, -2],
      [0.5, 3],
    ]);
    const before = tf.memory().numTensors;
    const { value, gradient } = valueAndGradient((x) => tf.sum(tf.mul(x, tf.square(x))), at);
    expect(value.shape).toEqual([]);
    expect(gradient.shape).toEqual([2, 2]);
    await expectClose(value, [1 - 8 + 0.125 + 27]);
    await expectClose(gradient, [3, 12, 0.75, 27]);
    expect(tf.memory().numTensors).toBe(before + 2);
    tf.dispose([at, value, gradient]);
  });

  it('leaves the place as it was, so that the next step can start from it', async () => {
    const at = tf.tensor1d([4, 5]);
    tf.dispose(Object.values(valueAndGradient((x) => tf.sum(tf.square(x)), at)));
    await expectClose(at, [4, 5]);
    at.dispose();
  });

  it('of a convolution’s loss equals its central differences', async () => {
    const [x, target] = [tf.randomNormal([1, 1, 5, 5], 0, 1, 'float32', 1), tf.zeros([1, 1, 3, 3])];
    const lossAt = (weight: tf.Tensor): tf.Scalar =>
      meanSquaredError(conv2d(x as tf.Tensor4D, weight as tf.Tensor4D), target);
    const at = [0.5, -1, 0.25, 2, 0, -0.5, 1, -0.75, 0.125];
    const loss = async (weights: readonly number[]): Promise<number> => {
      const value = tf.tidy(() => lossAt(tf.tensor(weights.slice(), [1, 1, 3, 3])));
      const [number] = await value.data();
      value.dispose();
      return number;
    };
    // The loss is quadratic in the weights, so that central differences are exact for any step.
    const slopes: number[] = [];
    for (const index of at.keys()) {
      const moved = (by: number) => at.map((weight, other) => weight + (other === index ? by : 0));
      slopes.push(((await loss(moved(1))) - (await loss(moved(-1)))) / 2);
    }
    const weight = tf.tensor(at, [1, 1, 3, 3]);
    const { value, gradient } = valueAndGradient(lossAt, weight);
    await expectClose(gradient, slopes);
    tf.dispose([x, target, weight, value, gradient]);
  });
});

describe('valueAndGradients', () => {
  it('of a product are the other factors', async () => {
    const at = [tf.scalar(3), tf.scalar(-2)];
    const { value, gradients } = valueAndGradients(([a, b]) => tf.mul(a, b), at);
    await expectClose(value, [-6]);
    for (const [index, expected] of [-2, 3].entries())
      await expectClose(gradients[index], [expected]);
    tf.dispose([...at, value, ...gradients]);
  });
});

describe('meanSquaredError', () => {
  it('is the mean of the squared differences; its gradient 2 (a − b) / n', async () => {
    const a = { shape: [2, 2], data: [1, 2, 3, 4] };
    const b = { shape: [2, 2], data: [1, 0, 4, -2] };
    await expectOperation(meanSquaredError, [a, b], {
      y: { shape: [], data: [(0 + 4 + 1 + 36) / 4] },
      dy: { shape: [], data: [1] },
      gradients: [
        { shape: [2, 2], data: [0, 1, -0.5, 3] },
        { shape: [2, 2], data: [0, -1, 0.5, -3] },
      ],
    });
  });

  it('of equal tensors is 0', async () => {
    const ones = tf.ones([3, 1]);
    const before = tf.memory().numTensors;
    const got = meanSquaredError(ones, ones);
    expect(tf.memory().numTensors).toBe(before + 1);
    await expectClose(got, [0]);
    tf.dispose([ones, got]);
  });
});
