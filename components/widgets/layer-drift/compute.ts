import { treatmentsOf } from '#lab/comparisons.ts';
import type { DataSet } from '#lab/data/data-set.ts';
import type { Experiment } from '#lab/experiment.ts';
import { glyphRecipe, picturesOf } from '#lab/glyph-network.ts';
import { startTraining, toBatch } from '#lab/training.ts';
import { tabulate, type NdArray } from '#nd/nd-array.ts';
import { looksOf, QUANTILES, stepsBetween } from './data.ts';
import type { Params } from './params.ts';
import { Watched } from './watched.ts';

export type Result = {
  /** Loss of every step's batch before the step, NaN where it has not come or is lost: [runs, steps]. */
  readonly losses: NdArray;
  /** Quantiles of what one unit's activation receives, at every look: [runs, layers, looks, 21]. */
  readonly quantiles: NdArray;
  /**
   * How far a unit's distribution has moved since the look before, in deviations that it had then, on
   * average over a layer's units: [runs, layers, looks].
   */
  readonly drift: NdArray;
  /** Part of the glyphs that nobody learned from that are read right, at every look: [runs, looks]. */
  readonly accuracy: NdArray;
};

/** Deep networks that differ in one thing learn the same glyphs, and their layers are looked at on the way. */
export default async function* compute(params: Params, own?: DataSet): Experiment<Result> {
  const { steps, seed } = params;
  const { learned, unseen } = picturesOf(params, own);
  const probe = toBatch(unseen);
  const watched = treatmentsOf(params.compare).map((treatment) => {
    const run = startTraining(
      glyphRecipe({ ...params, treatment }, { learningRate: params.rate, seed }),
      learned,
    );
    return new Watched(run, params, treatment, unseen.labels);
  });
  for (const one of watched) await one.look(probe);
  for (let step = 1; step <= steps; step++) {
    for (const one of watched) await one.step();
    const isOver = step === steps || watched.every(({ isLost }) => isLost);
    if (step % stepsBetween(steps) === 0) for (const one of watched) await one.look(probe);
    yield {
      done: step,
      total: isOver ? step : steps,
      result: () => Promise.resolve(resultOf(watched, params)),
    };
    if (isOver) return;
  }
}

/** What has been seen so far; what is not there yet, or is lost, is NaN. */
function resultOf(watched: readonly Watched[], { steps, depth }: Params): Result {
  const looks = looksOf(steps);
  const runs = watched.length;
  return {
    losses: tabulate([runs, steps], (run, step) => watched[run].losses[step] ?? NaN),
    quantiles: tabulate(
      [runs, depth, looks, QUANTILES],
      (run, layer, look, place) => watched[run].quantiles[look]?.[layer][place] ?? NaN,
    ),
    drift: tabulate(
      [runs, depth, looks],
      (run, layer, look) => watched[run].drift[look]?.[layer] ?? NaN,
    ),
    accuracy: tabulate([runs, looks], (run, look) => watched[run].accuracy[look] ?? NaN),
  };
}
