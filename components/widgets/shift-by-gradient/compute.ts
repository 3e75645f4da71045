import { treatmentsOf } from '#lab/comparisons.ts';
import type { DataSet } from '#lab/data/data-set.ts';
import type { Experiment } from '#lab/experiment.ts';
import { glyphRecipe, picturesOf } from '#lab/glyph-network.ts';
import { looksOf, stepsBetween } from './data.ts';
import { startTraining } from '#lab/training.ts';
import { tabulate, type NdArray } from '#nd/nd-array.ts';
import type { Params } from './params.ts';
import { Shifted, type Shift } from './shifted.ts';

export type Result = {
  /** Loss of every step's batch before the step, NaN where it has not come or is lost: [runs, steps]. */
  readonly losses: NdArray;
  /** ‖G‖ of every layer but the first, at every measured step: [runs, layers, looks]. */
  readonly lengths: NdArray;
  /** ‖G′‖, the layers below having made their step: [runs, layers, looks]. */
  readonly shiftedLengths: NdArray;
  /** ‖G − G′‖: [runs, layers, looks]. */
  readonly distances: NdArray;
  /** cos(G, G′), NaN where one of them is 0: [runs, layers, looks]. */
  readonly cosines: NdArray;
};

/** Networks learn side by side, and on the way it is seen how their steps shift the gradients of their layers. */
export default async function* compute(params: Params, own?: DataSet): Experiment<Result> {
  const { steps, seed, rate } = params;
  const { learned } = picturesOf(params, own);
  const shifted = treatmentsOf(params.compare).map((treatment) => {
    const recipe = glyphRecipe({ ...params, treatment }, { learningRate: rate, seed });
    return new Shifted(startTraining(recipe, learned));
  });
  for (let step = 0; step < steps; step++) {
    for (const one of shifted) {
      if (step % stepsBetween(steps) === 0) await one.measure();
      await one.step();
    }
    const isOver = step === steps - 1 || shifted.every(({ isLost }) => isLost);
    yield {
      done: step + 1,
      total: isOver ? step + 1 : steps,
      result: () => Promise.resolve(resultOf(shifted, params)),
    };
    if (isOver) return;
  }
}

/** What has been found so far; what is not there yet, or is lost, is NaN. */
function resultOf(shifted: readonly Shifted[], { steps, depth }: Params): Result {
  const runs = shifted.length;
  const of = (name: keyof Shift): NdArray =>
    tabulate(
      [runs, depth, looksOf(steps)],
      (run, layer, look) => shifted[run].shifts[look]?.[name][layer] ?? NaN,
    );
  return {
    losses: tabulate([runs, steps], (run, step) => shifted[run].losses[step] ?? NaN),
    lengths: of('lengths'),
    shiftedLengths: of('shiftedLengths'),
    distances: of('distances'),
    cosines: of('cosines'),
  };
}
