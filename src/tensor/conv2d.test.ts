import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { TensorError } from '#nd/tensor-error.ts';
import { conv2d, type Conv2dOptions } from '#tensor';
import fixtures from '../../tests/pytorch/conv2d.json' with { type: 'json' };
import { expectOperation, type Stored } from '../../tests/support/fixtures.ts';

type Case = { name: string; options: Omit<Conv2dOptions, 'bias'> } & Record<
  'x' | 'weight' | 'dy' | 'y' | 'dx' | 'dWeight',
  Stored
> &
  Partial<Record<'bias' | 'dBias', Stored>>;

describe('conv2d equals PyTorch, forward and gradient', () => {
  it.each(fixtures as unknown as Case[])(
    '$name',
    async ({ options, x, weight, bias, ...fixture }) => {
      const gradients = [fixture.dx, fixture.dWeight];
      if (fixture.dBias) gradients.push(fixture.dBias);
      await expectOperation(
        (x, weight, bias) =>
          conv2d(x as tf.Tensor4D, weight as tf.Tensor4D, {
            ...options,
            bias: bias as tf.Tensor1D,
          }),
        bias ? [x, weight, bias] : [x, weight],
        { y: fixture.y, dy: fixture.dy, gradients },
      );
    },
  );
});

describe('conv2d names the argument that cannot be met', () => {
  const x = (shape: number[]): tf.Tensor4D =>
    tf.zeros<tf.Rank.R4>(shape as [number, number, number, number]);
  it.each<[string, string, () => tf.Tensor]>([
    ['kernel-too-large', 'kernel', () => conv2d(x([1, 1, 4, 4]), x([1, 1, 5, 5]))],
    ['kernel-too-large', 'kernel', () => conv2d(x([1, 1, 4, 4]), x([1, 1, 3, 3]), { dilation: 2 })],
    [
      'groups-do-not-divide',
      'groups',
      () => conv2d(x([1, 3, 4, 4]), x([4, 1, 3, 3]), { groups: 2 }),
    ],
    ['channels-do-not-match', 'kernel', () => conv2d(x([1, 3, 4, 4]), x([4, 2, 3, 3]))],
    ['not-positive', 'stride', () => conv2d(x([1, 1, 4, 4]), x([1, 1, 3, 3]), { stride: 0 })],
    ['not-positive', 'dilation', () => conv2d(x([1, 1, 4, 4]), x([1, 1, 3, 3]), { dilation: 1.5 })],
    ['not-a-count', 'padding', () => conv2d(x([1, 1, 4, 4]), x([1, 1, 3, 3]), { padding: -1 })],
    [
      'reflect-too-far',
      'padding',
      () => conv2d(x([1, 1, 4, 4]), x([1, 1, 3, 3]), { padding: 4, paddingMode: 'reflect' }),
    ],
    ['wrong-rank', 'input', () => conv2d(x([4, 4]), x([1, 1, 3, 3]))],
    [
      'wrong-shape',
      'bias',
      () => conv2d(x([1, 1, 4, 4]), x([2, 1, 3, 3]), { bias: tf.zeros([3]) }),
    ],
  ])('%s (%s)', (code, argument, run) => {
    const attempt = (): void => tf.tidy(() => void run());
    expect(attempt).toThrow(TensorError);
    expect(attempt).toThrow(expect.objectContaining({ code, argument }) as Error);
    expect(attempt).not.toThrow(/undefined/);
  });
});
