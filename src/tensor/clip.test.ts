import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { adaptiveGradientClip, clipGlobalNorm } from '#tensor';
import fixtures from '../../tests/pytorch/clip.json' with { type: 'json' };
import { expectClose } from '../../tests/support/expect-close.ts';
import { stored, type Stored } from '../../tests/support/fixtures.ts';

type Case = { name: string; lambda: number; epsilon: number } & Record<
  'weight' | 'gradient' | 'clipped' | 'together',
  Stored
>;

describe('clipping equals PyTorch, unit by unit and all together', () => {
  it.each(fixtures as Case[])('$name', async ({ lambda, epsilon, ...fixture }) => {
    const before = tf.memory().numTensors;
    const [weight, gradient] = [stored(fixture.weight), stored(fixture.gradient)];
    const unitwise = adaptiveGradientClip(gradient, weight, { lambda, epsilon });
    await expectClose(unitwise.clipped, fixture.clipped.data);
    const { clipped, norm } = clipGlobalNorm([gradient], lambda);
    await expectClose(clipped[0], fixture.together.data);
    tf.dispose([weight, gradient, ...Object.values(unitwise), ...clipped, norm]);
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('adaptive clipping', () => {
  it('of four units: one ten times too long, one without weights, one at the limit, one tiny', async () => {
    const weight = tf.tensor2d([3, 4, 0, 0, 0.6, 0.8, 1e-4, 0], [4, 2]);
    const gradient = tf.tensor2d([0.3, 0.4, 3e-4, 4e-4, 0.003, 0.004, 3e-6, 4e-6], [4, 2]);
    const { clipped, scale } = adaptiveGradientClip(gradient, weight);
    await expectClose(scale, [0.1, 0.02, 1, 1]);
    await expectClose(clipped, [0.03, 0.04, 6e-6, 8e-6, 0.003, 0.004, 3e-6, 4e-6]);
  });

  it('takes a bias as one unit, and a filter as another', () => {
    expect(adaptiveGradientClip(tf.ones([5]), tf.ones([5])).scale.shape).toEqual([1]);
    const filters = tf.ones([2, 3, 3, 3]);
    expect(adaptiveGradientClip(filters, filters).scale.shape).toEqual([2, 1, 1, 1]);
  });

  it('refuses a gradient of another shape', () => {
    expect(() => adaptiveGradientClip(tf.ones([2, 3]), tf.ones([3, 2]))).toThrow(
      expect.objectContaining({ argument: 'gradient' }),
    );
  });
});

describe('global clipping', () => {
  it('takes all gradients as one vector', async () => {
    const { clipped, norm } = clipGlobalNorm([tf.tensor1d([3, 0]), tf.scalar(4)], 1);
    await expectClose(norm, [5]);
    await expectClose(clipped[0], [0.6, 0]);
    await expectClose(clipped[1], [0.8]);
  });
});
