import type * as tf from '@tensorflow/tfjs-core';
import { describe, it } from 'vitest';
import { avgPool2d, globalAvgPool2d, maxPool2d } from '#tensor';
import fixtures from '../../tests/pytorch/pool2d.json' with { type: 'json' };
import { expectOperation, type Stored } from '../../tests/support/fixtures.ts';

type Case = {
  name: string;
  op: 'max' | 'avg' | 'globalAvg';
  kernel: number | [number, number];
  options: object;
} & Record<'x' | 'dy' | 'y' | 'dx', Stored>;

const operations = {
  max: maxPool2d,
  avg: avgPool2d,
  globalAvg: (x: tf.Tensor4D) => globalAvgPool2d(x),
};

describe('pooling equals PyTorch, forward and gradient', () => {
  it.each(fixtures as unknown as Case[])('$name', async ({ op, kernel, options, x, y, dy, dx }) => {
    await expectOperation((x) => operations[op](x as tf.Tensor4D, kernel, options), [x], {
      y,
      dy,
      gradients: [dx],
    });
  });
});
