import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seededRandom } from '#nd/random.ts';
import { drawPlanar } from './data/planar.ts';
import { initialize } from './initialize.ts';
import { alongGradient } from './line.ts';
import type { LayerNorm, Network } from './network.ts';
import { shakenBy } from './shake.ts';
import { lossAndGradient, lossAt, toBatch } from './training.ts';

const noise = { shift: 0.5, scale: 1.25, spread: 0.1 };

const networkWith = (...norm: LayerNorm[]): Network => ({
  input: [2],
  layers: [
    { kind: 'dense', units: 12 },
    ...norm.map((each) => ({ kind: 'norm', norm: each, noise }) as const),
    { kind: 'activation', name: 'relu' },
    { kind: 'dense', units: 2 },
  ],
});

const data = drawPlanar('moons', { count: 40, noise: 0.1, seed: 1 });

describe.each([
  ['without a norm', networkWith()],
  ['with BN that is shaken', networkWith('batch')],
])('along the gradient, %s,', (_, network) => {
  const shake = () => shakenBy(seededRandom(3));
  let tensors = 0;
  beforeEach(() => {
    tensors = tf.memory().numTensors;
    tf.engine().startScope();
  });
  afterEach(() => {
    tf.engine().endScope();
    expect(tf.memory().numTensors).toBe(tensors);
  });

  function start() {
    const vector = tf.tensor1d(initialize(network, 'he', seededRandom(5)).data);
    const batch = toBatch(data);
    return { vector, batch, ...lossAndGradient(network, vector, batch, { shake: shake() }) };
  }

  it('losses and gradients are those of the network that is there', async () => {
    const { vector, batch, gradient } = start();
    const sizes = [0.1, 0.5, 2];
    const met = alongGradient(network, { vector, gradient }, batch, sizes, shake);
    const [losses, changes] = await Promise.all([met.losses.data(), met.changes.data()]);
    for (const [index, size] of sizes.entries()) {
      const there = tf.sub<tf.Tensor1D>(vector, tf.mul(gradient, size));
      const alone = await lossAt(network, there, batch, { shake: shake() }).data();
      expect(losses[index]).toBeCloseTo(alone[0], 5);
      const other = lossAndGradient(network, there, batch, { shake: shake() }).gradient;
      const [was, is] = await Promise.all([gradient.data(), other.data()]);
      expect(changes[index]).toBeCloseTo(Math.hypot(...is.map((value, at) => value - was[at])), 5);
    }
  });

  it('a small step lowers the loss by η‖g‖², and hardly turns the gradient', async () => {
    const { vector, batch, loss, gradient } = start();
    const size = 1e-3;
    const met = alongGradient(network, { vector, gradient }, batch, [size, 0], shake);
    const [losses, changes] = await Promise.all([met.losses.data(), met.changes.data()]);
    const [[value], g] = await Promise.all([loss.data(), gradient.data()]);
    const length = Math.hypot(...g);
    expect((value - losses[0]) / (size * length ** 2)).toBeCloseTo(1, 1);
    // Noise drawn anew at every point would show here.
    expect(changes[0] / length).toBeLessThan(0.05);
    expect(losses[1]).toBe(value);
    expect(changes[1]).toBe(0);
  });
});
