import { describe, expect, it } from 'vitest';
import { batches } from '#lab/batches.ts';
import { seedFor } from '#lab/seeds.ts';
import { lossAt, startTraining, toBatch } from '#lab/training.ts';
import { dispose, gather, type Tensor2D } from '#tensor';
import { splitPictures } from './pictures.ts';
import { Row } from './row.ts';
import { Stack } from './stack.ts';
import { kinds, sweepNetwork } from './sweep.ts';

const SEED = 5;
const SIZE = 8;
const { learned, unseen } = splitPictures({ data: 'glyphs', seed: SEED }, 64);
const networkOf = (kind: (typeof kinds)[number]) => sweepNetwork({ blocks: 2, width: 8, kind });

describe.each(kinds)('networks in a stack, %s', (kind) => {
  const network = networkOf(kind);
  const rates = [0.01, 0.1];

  it('learn as each would alone', async () => {
    const stack = new Stack(network, rates, SEED);
    const all = toBatch(learned);
    const order = batches(64, SIZE, seedFor(SEED, 'batches'));
    const alone = rates.map((learningRate) =>
      startTraining(
        { network, initialization: 'he', batchSize: SIZE, learningRate, seed: SEED },
        learned,
      ),
    );
    for (let step = 0; step < 6; step++) {
      const indices = order.next().value;
      const batch = {
        inputs: gather(all.inputs, indices),
        targets: gather(all.targets, indices) as Tensor2D,
      };
      const found = await stack.step(batch).data();
      for (const [run, training] of alone.entries()) {
        const { loss } = training.step();
        expect(found[run]).toBeCloseTo((await loss.data())[0], 4);
      }
      dispose([batch.inputs, batch.targets]);
    }
    const [losses, logits] = stack.measure(all, toBatch(unseen).inputs);
    expect(logits.shape).toEqual([2, 576, 10]);
    for (const [run, { vector }] of alone.entries()) {
      const loss = lossAt(network, vector, all);
      expect((await losses.data())[run]).toBeCloseTo((await loss.data())[0], 4);
    }
  });

  it('are read by the statistics of what was learned from, whatever else there is to read', async () => {
    const stack = new Stack(network, rates, SEED);
    const all = toBatch(learned);
    const pictures = toBatch(unseen).inputs;
    const [, together] = stack.measure(all, pictures);
    const [, alone] = stack.measure(all, gather(pictures, [7]));
    const firstOf = async (logits: typeof alone, picture: number) =>
      (await logits.data()).subarray(picture * 10, (picture + 1) * 10);
    const expected = await firstOf(together, 7);
    (await firstOf(alone, 0)).forEach((logit, at) => expect(logit).toBeCloseTo(expected[at], 4));
  });
});

it('a run that is lost says at which step, and those beside it go on', async () => {
  const row = new Row(networkOf('none'), [0.05, 1000], SEED, 2);
  const all = toBatch(learned);
  for (const indices of [
    [0, 1, 2, 3],
    [4, 5, 6, 7],
    [8, 9, 10, 11],
    [12, 13, 14, 15],
  ]) {
    await row.step(gather(all.inputs, indices), gather(all.targets, indices));
  }
  await row.finish(all, toBatch(unseen).inputs, unseen.labels);
  expect(row.lost).toEqual([0, 2]);
  expect(row.isLost).toBe(false);
  expect(row.courses.map(([kept]) => Number.isFinite(kept))).toEqual([true, true]);
  expect(row.courses.map(([, lost]) => lost)).toEqual([NaN, NaN]);
  expect(row.losses[0]).toBeGreaterThan(0);
  expect([row.losses[1], row.accuracies[1]]).toEqual([NaN, NaN]);
});
