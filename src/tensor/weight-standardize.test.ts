import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { scaledForms, scaledWeightStandardize, weightStandardize, type ScaledForm } from '#tensor';
import fixtures from '../../tests/pytorch/weight-standardize.json' with { type: 'json' };
import { expectClose } from '../../tests/support/expect-close.ts';
import { expectOperation, type Stored } from '../../tests/support/fixtures.ts';

type Case = { name: string; form: 'plain' | ScaledForm; gamma: number; terms: number } & {
  inputs: Stored[];
  dy: Stored;
  y: Stored;
  gradients: Stored[];
};

describe('standardized weights equal PyTorch, forward and gradient', () => {
  it.each(fixtures as Case[])('$name', async ({ inputs, form, gamma, ...expected }) => {
    await expectOperation(
      (weight, gain) =>
        form === 'plain'
          ? weightStandardize(weight)
          : scaledWeightStandardize(weight, { form, gamma, gain: gain as tf.Tensor1D }),
      inputs,
      expected,
    );
  });
});

describe('a filter', () => {
  it.each([
    ['plain', weightStandardize, [1, 2, 3, 4], [-1.3416407, -0.4472136, 0.4472136, 1.3416407]],
    [
      'scaled',
      scaledWeightStandardize,
      [1, 2, 3, 4],
      [-0.6708204, -0.2236068, 0.2236068, 0.6708204],
    ],
    ['scaled', scaledWeightStandardize, [0, 0, 1, -1], [0, 0, 0.7071068, -0.7071068]],
  ])('%s, worked out by hand: %#', async (_, standardize, weights, expected) => {
    const y = tf.tidy(() => standardize(tf.tensor2d([weights])));
    await expectClose(y, expected);
    y.dispose();
  });

  it.each(scaledForms)('without spread becomes 0 (%s)', async (form) => {
    const y = tf.tidy(() => scaledWeightStandardize(tf.fill([2, 3, 3, 3], 0.7), { form }));
    await expectClose(y, new Array<number>(54).fill(0));
    y.dispose();
  });
});

describe('what cannot be standardized is refused', () => {
  it.each([
    ['a vector', () => weightStandardize(tf.zeros([3])), 'weight', 2],
    ['a vector, scaled', () => scaledWeightStandardize(tf.zeros([3])), 'weight', 2],
    [
      'a gain of other filters',
      () => scaledWeightStandardize(tf.zeros([3, 2]), { gain: tf.ones([2]) }),
      'gain',
      3,
    ],
  ])('%s', (_, run, argument, must) => {
    expect(run).toThrow(
      expect.objectContaining({ argument, values: expect.objectContaining({ must }) as object }),
    );
  });
});
