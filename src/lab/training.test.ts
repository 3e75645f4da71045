import * as tf from '@tensorflow/tfjs-core';
import { afterAll, describe, expect, it } from 'vitest';
import fixtures from '../../tests/pytorch/training.json' with { type: 'json' };
import { expectClose } from '../../tests/support/expect-close.ts';
import { stored, type Stored } from '../../tests/support/fixtures.ts';
import { drawPlanar } from './data/planar.ts';
import type { Network } from './network.ts';
import {
  descend,
  lossAndGradient,
  lossAt,
  startTraining,
  toBatch,
  type Batch,
} from './training.ts';

type Case = {
  name: string;
  network: Network;
  momentum: number;
  learningRate: number;
  batches: { inputs: Stored; labels: number[] }[];
} & Record<'start' | 'losses' | 'gradient' | 'end', Stored>;

const CLASSES = ['a', 'b', 'c'];

const batchOf = ({ inputs, labels }: Case['batches'][number]): Batch =>
  toBatch({
    inputs: { shape: inputs.shape, data: Float32Array.from(inputs.data) },
    labels: Uint8Array.from(labels),
    classes: CLASSES,
  });

describe('five steps follow PyTorch, loss by loss', () => {
  let worst = 0;

  it.each(fixtures as unknown as Case[])('$name', async ({ network, start, ...expected }) => {
    const before = tf.memory().numTensors;
    const first = batchOf(expected.batches[0]);
    const at = stored(start) as tf.Tensor1D;
    const { loss, gradient } = lossAndGradient(network, at, first);
    await expectClose(loss, [expected.losses.data[0]]);
    await expectClose(gradient, expected.gradient.data);
    const alone = lossAt(network, at, first);
    await expectClose(alone, [expected.losses.data[0]]);
    tf.dispose([first.inputs, first.targets, loss, gradient, alone]);

    const descending = descend(network, expected, at);
    for (const [step, given] of expected.batches.entries()) {
      const batch = batchOf(given);
      const found = descending.step(batch);
      const [value] = await found.loss.data();
      worst = Math.max(worst, Math.abs(value / expected.losses.data[step] - 1));
      expect(worst).toBeLessThan(1e-4);
      tf.dispose([batch.inputs, batch.targets, found.loss, found.gradient]);
    }
    await expectClose(descending.vector, expected.end.data, 1e-4);
    descending.vector.dispose();
    // Of momentum the velocity is left, which a run keeps to its end.
    expect(tf.memory().numTensors).toBe(before + (expected.momentum > 0 ? 1 : 0));
  });

  afterAll(() => {
    console.info(
      `training on ${tf.getBackend()}: losses within ${worst.toExponential(1)} of PyTorch`,
    );
  });
});

describe('a run', () => {
  const layers: Network['layers'] = [
    { kind: 'dense', units: 16, bias: false },
    { kind: 'norm', norm: 'batch', noise: { shift: 0.5, scale: 1.25, spread: 0.1 } },
    { kind: 'activation', name: 'relu' },
    { kind: 'dense', units: 2 },
  ];
  const recipe = {
    network: { input: [2], layers },
    initialization: 'he',
    batchSize: 32,
    learningRate: 0.3,
    momentum: 0.5,
    seed: 7,
  } as const;
  const data = drawPlanar('moons', { count: 128, noise: 0.1, seed: 1 });

  async function losses(seed: number, steps: number): Promise<number[]> {
    tf.engine().startScope();
    const training = startTraining({ ...recipe, seed }, data);
    const all: number[] = [];
    for (let step = 0; step < steps; step++) all.push(...(await training.step().loss.data()));
    tf.engine().endScope();
    return all;
  }

  it('is made from its seed: the same again, another with another', async () => {
    const first = await losses(7, 6);
    expect(await losses(7, 6)).toEqual(first);
    expect((await losses(8, 6))[0]).not.toBe(first[0]);
  });

  it('shows the batch of its next step', async () => {
    tf.engine().startScope();
    const training = startTraining(recipe, data);
    for (let step = 0; step < 5; step++) {
      const upcoming = training.batch();
      const { batch } = training.step();
      await expectClose(batch.inputs, Array.from(await upcoming.inputs.data()), 0);
      await expectClose(batch.targets, Array.from(await upcoming.targets.data()), 0);
    }
    tf.engine().endScope();
  });

  it('learns', async () => {
    const all = await losses(7, 60);
    expect(all[0]).toBeGreaterThan(0.5);
    expect(Math.max(...all.slice(-5))).toBeLessThan(0.35);
  });

  it('shows what its layers give, and shakes a noisy norm as its next step will', async () => {
    const before = tf.memory().numTensors;
    tf.engine().startScope();
    const training = startTraining(recipe, data);
    const shake = training.shake()?.({ shift: 0.5, scale: 1.25, spread: 0.1 }, [32, 16]);
    const shift = await shake?.shift.data();
    const seen: string[] = [];
    training.step((place, output) => void seen.push(`${place} ${output.shape.join()}`));
    expect(seen).toEqual(['0 32,16', '1 32,16', '2 32,16', '3 32,2']);
    const again = await training
      .shake()?.({ shift: 0.5, scale: 1.25, spread: 0.1 }, [32, 16])
      .shift.data();
    expect(Array.from(again ?? [])).not.toEqual(Array.from(shift ?? []));
    tf.engine().endScope();
    expect(tf.memory().numTensors).toBe(before);
  });
});
