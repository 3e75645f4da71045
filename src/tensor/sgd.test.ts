import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { momentum, sgdStep, valueAndGradient } from '#tensor';
import { expectClose } from '../../tests/support/expect-close.ts';

describe('sgdStep', () => {
  it('goes against the gradient by the learning rate, and leaves the parameter as it was', async () => {
    const parameter = tf.tensor2d([[1, -2, 0]]);
    const gradient = tf.tensor2d([[4, -0.5, 10]]);
    const before = tf.memory().numTensors;
    const next = sgdStep(parameter, gradient, 0.25);
    expect(tf.memory().numTensors).toBe(before + 1);
    expect(next.shape).toEqual([1, 3]);
    await expectClose(next, [0, -1.875, -2.5]);
    await expectClose(parameter, [1, -2, 0]);
    tf.dispose([parameter, gradient, next]);
  });

  it.each([0.1, 0.9, 1.5, 2.5])(
    'down a bowl at rate %d shrinks or grows by 1 − rate at every step',
    async (rate) => {
      let parameter = tf.tensor1d([3]);
      for (let step = 0; step < 10; step++) {
        const next = tf.tidy(() => {
          const half = (x: tf.Tensor): tf.Scalar => tf.div(tf.sum(tf.square(x)), 2);
          return sgdStep(parameter, valueAndGradient(half, parameter).gradient, rate);
        });
        parameter.dispose();
        parameter = next;
      }
      await expectClose(parameter, [3 * (1 - rate) ** 10], 1e-4);
      parameter.dispose();
    },
  );
});

describe('momentum', () => {
  it('starts as the gradient, and then keeps a share of what it was', async () => {
    const before = tf.memory().numTensors;
    const gradients = [tf.tensor1d([1, -2]), tf.tensor1d([0.5, 4])];
    const first = momentum(undefined, gradients[0], 0.5);
    const second = momentum(first, gradients[1], 0.5);
    await expectClose(first, [1, -2]);
    await expectClose(second, [1, 3]);
    tf.dispose([...gradients, first, second]);
    expect(tf.memory().numTensors).toBe(before);
  });
});
