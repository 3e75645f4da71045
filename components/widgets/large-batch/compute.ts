import { batches } from '#lab/batches.ts';
import type { DataSet } from '#lab/data/data-set.ts';
import type { Experiment } from '#lab/experiment.ts';
import { seedFor } from '#lab/seeds.ts';
import { toBatch } from '#lab/training.ts';
import { tabulate, type NdArray } from '#nd/nd-array.ts';
import { gather } from '#tensor';
import type { Params } from './params.ts';
import { splitPictures } from './pictures.ts';
import { Row } from './row.ts';
import { batchSizesOf, kinds, ratesOf, stepsPerEpoch, sweepNetwork } from './sweep.ts';

/** Of every run: [seeds, networks, batch sizes, rates]. What has not come yet, or is lost, is NaN. */
export type Result = {
  /** Loss on all that is learned from, after the last step. */
  readonly losses: NdArray;
  /** Part of all other pictures that is read right then. */
  readonly accuracies: NdArray;
  /** The step at which a run has left for good, counted from 1; 0 if it has not. */
  readonly lost: NdArray;
  /** Mean loss of each epoch's batches, before their steps; one more axis, [epochs]. */
  readonly courses: NdArray;
};

/** Two networks learn with batches of several sizes, at several rates: in all combinations. */
export default async function* compute(params: Params, own?: DataSet): Experiment<Result> {
  const { examples, epochs, blocks, width, repeats } = params;
  const sizes = batchSizesOf(params);
  const rates = ratesOf(params);
  const stepsOf = (size: number): number => epochs * stepsPerEpoch(examples, size);
  const total = repeats * kinds.length * sizes.reduce((sum, size) => sum + stepsOf(size), 0);
  const rows: Row[][][] = [];
  let done = 0;

  for (let repeat = 0; repeat < repeats; repeat++) {
    const seed = params.seed + repeat;
    const pictures = splitPictures({ ...params, seed }, examples, own);
    const [learned, unseen] = [pictures.learned, pictures.unseen].map(toBatch);
    rows.push(kinds.map(() => []));
    // Large batches come first: they have few steps, and the maps begin to fill.
    for (const [place, size] of [...sizes.entries()].reverse()) {
      for (const [which, kind] of kinds.entries()) {
        const steps = stepsOf(size);
        const row = new Row(sweepNetwork({ blocks, width, kind }), rates, seed, steps / epochs);
        rows[repeat][which][place] = row;
        const order = batches(examples, size, seedFor(seed, 'batches'));
        for (let step = 1; step <= steps; step++) {
          const indices = order.next().value;
          await row.step(gather(learned.inputs, indices), gather(learned.targets, indices));
          const isOver = step === steps || row.isLost;
          if (isOver) await row.finish(learned, unseen.inputs, pictures.unseen.labels);
          done += isOver ? steps - step + 1 : 1;
          yield { done, total, result: () => Promise.resolve(resultOf(rows, params)) };
          if (isOver) break;
        }
      }
    }
  }
}

/** What has been found so far. */
function resultOf(rows: readonly (readonly (readonly Row[])[])[], params: Params): Result {
  const shape = [params.repeats, kinds.length, batchSizesOf(params).length, params.rates];
  const ofRuns = (value: (row: Row, rate: number) => number | undefined, otherwise: number) =>
    tabulate(shape, (repeat, which, place, rate) => {
      const row = rows[repeat]?.[which][place];
      return (row && value(row, rate)) ?? otherwise;
    });
  return {
    losses: ofRuns((row, rate) => row.losses[rate], NaN),
    accuracies: ofRuns((row, rate) => row.accuracies[rate], NaN),
    lost: ofRuns((row, rate) => row.lost[rate], 0),
    courses: tabulate(
      [...shape, params.epochs],
      (repeat, which, place, rate, epoch) =>
        rows[repeat]?.[which][place]?.courses[epoch]?.[rate] ?? NaN,
    ),
  };
}
