import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectClose } from '../../tests/support/expect-close.ts';
import { seededRandom } from '#nd/random.ts';
import { drawPlanar } from './data/planar.ts';
import { initialize } from './initialize.ts';
import type { Network } from './network.ts';
import { gradientShift, weightsOf } from './shift.ts';
import { lossAndGradient, toBatch } from './training.ts';

const network: Network = {
  input: [2],
  layers: [
    { kind: 'dense', units: 8, bias: false },
    { kind: 'norm', norm: 'batch' },
    { kind: 'activation', name: 'relu' },
    { kind: 'dense', units: 6 },
    { kind: 'activation', name: 'relu' },
    { kind: 'dense', units: 2 },
  ],
};

/** Of its parameters: weights 16, γ 8, β 8, weights 48, biases 6, weights 12, biases 2. */
const COUNT = 100;

it('weights are found among all that a network learns', () => {
  expect(weightsOf(network)).toEqual([
    { from: 0, size: 16 },
    { from: 32, size: 48 },
    { from: 86, size: 12 },
  ]);
});

describe('the shift of gradients by the layers below', () => {
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
    const batch = toBatch(drawPlanar('moons', { count: 40, noise: 0.1, seed: 1 }));
    const { gradient } = lossAndGradient(network, vector, batch);
    return { vector, gradient, batch };
  }

  /** The parameters after a move of some of them, from one place up to another. */
  const moved = (vector: tf.Tensor1D, from: number, to: number): tf.Tensor1D => {
    const move = Array.from({ length: COUNT }, (_, at) => (at >= from && at < to ? 0.1 : 0));
    return tf.add(vector, tf.tensor1d(move));
  };

  it('is that of a gradient taken anew where only they have moved', async () => {
    const { vector, gradient, batch } = start();
    const after = moved(vector, 0, COUNT);
    const shift = gradientShift(network, { vector, gradient }, after, batch);
    const [before, ...others] = (await Promise.all([
      gradient.data(),
      ...[32, 86].map((below) =>
        lossAndGradient(network, moved(vector, 0, below), batch).gradient.data(),
      ),
    ])) as Float32Array[];
    const layers = [
      [32, 80],
      [86, 98],
    ].map(([from, to], layer) => {
      const [g, other] = [before.slice(from, to), others[layer].slice(from, to)];
      const dot = g.reduce((sum, value, at) => sum + value * other[at], 0);
      const length = Math.hypot(...g);
      return {
        distance: Math.hypot(...g.map((value, at) => value - other[at])),
        cosine: dot / (length * Math.hypot(...other)),
        length,
        shiftedLength: Math.hypot(...other),
      };
    });
    await expectClose(
      shift.distances,
      layers.map(({ distance }) => distance),
    );
    await expectClose(
      shift.cosines,
      layers.map(({ cosine }) => cosine),
    );
    await expectClose(
      shift.lengths,
      layers.map(({ length }) => length),
    );
    await expectClose(
      shift.shiftedLengths,
      layers.map(({ shiftedLength }) => shiftedLength),
    );
    expect(layers.every(({ distance }) => distance > 1e-3)).toBe(true);
  });

  it('is none where nothing below has moved, whatever moves above', async () => {
    const { vector, gradient, batch } = start();
    const { distances, cosines } = gradientShift(
      network,
      { vector, gradient },
      moved(vector, 32, COUNT),
      batch,
    );
    const [distance, cosine] = await Promise.all([distances.data(), cosines.data()]);
    expect(distance[0]).toBe(0);
    expect(cosine[0]).toBeCloseTo(1, 5);
    expect(distance[1]).toBeGreaterThan(0);
  });
});
