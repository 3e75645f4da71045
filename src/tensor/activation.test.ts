import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { activationNames, type ActivationName } from '#nd/activation-names.ts';
import { activation, type ActivationOptions } from '#tensor';
import fixtures from '../../tests/pytorch/activation.json' with { type: 'json' };
import { expectOperation, type Stored } from '../../tests/support/fixtures.ts';

type Case = { name: ActivationName; options: ActivationOptions } & Record<
  'x' | 'dy' | 'y' | 'dx',
  Stored
>;

describe('activations equal PyTorch, forward and gradient', () => {
  it.each(fixtures as unknown as Case[])(
    '$name $options',
    async ({ name, options, x, y, dy, dx }) => {
      await expectOperation((x) => activation(x, name, options), [x], { y, dy, gradients: [dx] });
    },
  );

  it('has a fixture for every activation', () => {
    expect(new Set(fixtures.map(({ name }) => name))).toEqual(new Set(activationNames));
  });

  it('refuses an unknown name', () => {
    const x = tf.zeros([1]);
    expect(() => activation(x, 'toString' as ActivationName)).toThrow(/toString/);
    x.dispose();
  });
});
