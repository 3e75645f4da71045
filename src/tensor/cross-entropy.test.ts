import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { crossEntropy } from '#tensor';
import fixtures from '../../tests/pytorch/cross-entropy.json' with { type: 'json' };
import { expectOperation, stored, type Stored } from '../../tests/support/fixtures.ts';

type Case = { name: string } & Record<'logits' | 'targets' | 'loss' | 'gradient', Stored>;

describe('cross-entropy equals PyTorch, value and gradient', () => {
  it.each(fixtures as Case[])('$name', async ({ logits, targets, loss, gradient }) => {
    const right = stored(targets) as tf.Tensor2D;
    await expectOperation((z) => crossEntropy(z as tf.Tensor2D, right), [logits], {
      y: loss,
      dy: { shape: [], data: [1] },
      gradients: [gradient],
      // Of logits around 1000 the loss is their difference.
      terms: 1e-6,
    });
    right.dispose();
  });

  it('refuses targets of another shape', () => {
    expect(() => crossEntropy(tf.zeros([2, 3]), tf.zeros([2, 4]))).toThrow(
      expect.objectContaining({ code: 'wrong-shape', argument: 'targets' }),
    );
  });

  it('has a loss for each of several networks, and a gradient that is as much of each', async () => {
    const [one, other] = [
      tf.tensor2d([1, 2, 0.5, -1, 0, 3], [2, 3]),
      tf.tensor2d([0, -2, 1, 4, 1, 1], [2, 3]),
    ];
    const right = tf.tensor2d([0, 1, 0, 1, 0, 0], [2, 3]);
    const both = tf.stack([one, other]) as tf.Tensor3D;
    const weights = tf.tensor1d([1, -2]);
    const alone = [one, other].map((logits) => crossEntropy(logits, right));
    expect(await crossEntropy(both, right).data()).toEqual(await tf.stack(alone).data());
    const weighted = (z: tf.Tensor) =>
      tf.sum(tf.mul(crossEntropy(z as tf.Tensor3D, right), weights));
    const gradients = [one, other].map((logits, which) =>
      tf.mul(tf.grad((z) => crossEntropy(z as tf.Tensor2D, right))(logits), [1, -2][which]),
    );
    expect(await tf.grad(weighted)(both).data()).toEqual(await tf.stack(gradients).data());
  });
});
