import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { linear } from '#tensor';
import fixtures from '../../tests/pytorch/linear.json' with { type: 'json' };
import { expectOperation, type Stored } from '../../tests/support/fixtures.ts';

type Case = { name: string; inputs: Stored[]; dy: Stored; y: Stored; gradients: Stored[] };

describe('linear equals PyTorch, forward and gradient', () => {
  it.each(fixtures as Case[])('$name', async ({ inputs, ...expected }) => {
    await expectOperation(
      (x, weight, bias?: tf.Tensor) =>
        linear(x as tf.Tensor2D, weight as tf.Tensor2D, bias as tf.Tensor1D | undefined),
      inputs,
      expected,
    );
  });
});

describe('linear refuses', () => {
  const x = (): tf.Tensor2D => tf.zeros([2, 3]);
  const weight = (): tf.Tensor2D => tf.zeros([4, 3]);

  it.each([
    ['a weight for other inputs', () => linear(x(), tf.zeros([4, 2])), 'weight', '4, 3'],
    ['a bias for other outputs', () => linear(x(), weight(), tf.zeros([3])), 'bias', 4],
    ['an image', () => linear(tf.zeros([2, 3, 1]) as never, weight()), 'input', 2],
  ])('%s', (_, run, argument, must) => {
    expect(run).toThrow(
      expect.objectContaining({ argument, values: expect.objectContaining({ must }) as object }),
    );
  });
});
