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
});
