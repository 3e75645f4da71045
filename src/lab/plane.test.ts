import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { expectClose } from '../../tests/support/expect-close.ts';
import { seededRandom } from '#nd/random.ts';
import { drawPlanar } from './data/planar.ts';
import { filterNormalized, randomDirection } from './directions.ts';
import { initialize } from './initialize.ts';
import { parameterCount, type Network } from './network.ts';
import { lossesOn, seenFrom, shareIn, toTensors, type Place, type Plane } from './plane.ts';
import { lossAt, toBatch } from './training.ts';

const plane = (across: number[], up: number[], origin = [1, 1, 1]): Plane => ({
  origin: Float32Array.from(origin),
  across: Float32Array.from(across),
  up: Float32Array.from(up),
});

describe('a point as seen from a plane', () => {
  const point = Float32Array.of(3, 4, 6);

  it('is placed by right angles', () => {
    expect(seenFrom(plane([1, 0, 0], [0, 2, 0]), [point])).toEqual([
      { place: [2, 1.5], outside: 5 },
    ]);
  });

  it('is placed by least squares where the directions stand askew', () => {
    const askew = plane([1, 0, 0], [3, 4, 0]);
    const [{ place, outside }] = seenFrom(askew, [point]);
    expect(place[0] + 3 * place[1]).toBeCloseTo(2, 5);
    expect(4 * place[1]).toBeCloseTo(3, 5);
    expect(outside).toBeCloseTo(5, 5);
  });

  it('of the plane itself is not outside', () => {
    const [{ place, outside }] = seenFrom(plane([1, 2, 3], [-1, 1, 1]), [
      Float32Array.of(1 + 2 + 3, 1 + 4 - 3, 1 + 6 - 3),
    ]);
    expect(place[0]).toBeCloseTo(2, 5);
    expect(place[1]).toBeCloseTo(-3, 5);
    expect(outside).toBeLessThan(1e-5);
  });

  it('is placed on a line, or nowhere, where the directions span no more', () => {
    expect(seenFrom(plane([2, 0, 0], [0, 0, 0]), [point])[0].place).toEqual([1, 0]);
    expect(seenFrom(plane([2, 0, 0], [-1, 0, 0]), [point])[0].place).toEqual([1, 0]);
    expect(seenFrom(plane([0, 0, 0], [0, 0, 0]), [point])[0].place).toEqual([0, 0]);
  });
});

it('a plane holds the part of the variance that its two directions have', () => {
  const points = [0, 1, 2, 3].map((t) => Float32Array.of(2 * t, t % 2, t));
  const share = (of: Plane): number => shareIn(of, points, seenFrom(of, points));
  // Variances along the axes: 4 · 5, 1 and 5.
  expect(share(plane([1, 0, 0], [0, 3, 0]))).toBeCloseTo(21 / 26, 6);
  expect(share(plane([1, 0, 0], [1, 0, 5]))).toBeCloseTo(25 / 26, 6);
  expect(share(plane([0, 1, 0], [0, 0, 0]))).toBeCloseTo(1 / 26, 6);
});

describe('losses on a plane', () => {
  const places: readonly Place[] = [
    [0, 0],
    [0.5, -1],
    [-0.25, 0.75],
  ];
  const batch = () => toBatch(drawPlanar('moons', { count: 40, noise: 0.1, seed: 1 }));

  const network = (norm: boolean): Network => ({
    input: [2],
    layers: [
      { kind: 'dense', units: 8, bias: !norm },
      ...(norm ? [{ kind: 'norm', norm: 'batch' } as const] : []),
      { kind: 'activation', name: 'relu' },
      { kind: 'dense', units: 2 },
    ],
  });

  function planeOf(net: Network, scale: number): Plane {
    const origin = initialize(net, 'he', seededRandom(4)).data;
    // The eight units of the first layer.
    for (let at = 0; at < 16; at++) origin[at] *= scale;
    const [across, up] = [5, 6].map((seed) =>
      filterNormalized(net, randomDirection(net, parameterCount(net), seededRandom(seed)), origin),
    );
    return { origin, across, up };
  }

  it('are the losses of the networks that stand there, and leave nothing behind', async () => {
    const before = tf.memory().numTensors;
    tf.engine().startScope();
    const net = network(true);
    const { origin, across, up } = planeOf(net, 1);
    const alone = await Promise.all(
      places.map(async ([x, y]) => {
        const vector = origin.map((value, at) => value + x * across[at] + y * up[at]);
        return (await lossAt(net, tf.tensor1d(vector), batch()).data())[0];
      }),
    );
    const tensors = toTensors({ origin, across, up });
    const examples = batch();
    const held = tf.memory().numTensors;
    const losses = lossesOn(net, tensors, places, examples);
    expect(tf.memory().numTensors).toBe(held + 1);
    await expectClose(losses, alone, 1e-5);
    tf.engine().endScope();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('with BN and filter normalization do not tell a network from one with longer weights', async () => {
    tf.engine().startScope();
    const net = network(true);
    const losses = await Promise.all(
      [1, 3].map((scale) => lossesOn(net, toTensors(planeOf(net, scale)), places, batch()).data()),
    );
    expect(Math.max(...losses[0])).toBeGreaterThan(Math.min(...losses[0]) + 0.05);
    losses[0].forEach((loss, at) => expect(losses[1][at]).toBeCloseTo(loss, 3));
    tf.engine().endScope();
  });
});
