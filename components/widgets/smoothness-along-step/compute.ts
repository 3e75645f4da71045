import { treatmentsOf } from '#lab/comparisons.ts';
import type { DataSet } from '#lab/data/data-set.ts';
import type { Experiment } from '#lab/experiment.ts';
import { glyphRecipe, picturesOf } from '#lab/glyph-network.ts';
import { startTraining } from '#lab/training.ts';
import { tabulate, type NdArray } from '#nd/nd-array.ts';
import { looksOf, multiplesOf, POINTS, stepsBetween } from './data.ts';
import type { Params } from './params.ts';
import { Probed } from './probed.ts';

export type Result = {
  /** Loss of every step's batch before the step, NaN where it has not come or is lost: [runs, steps]. */
  readonly losses: NdArray;
  /** L(θ − ηg) for every step size, at every measured step: [runs, looks, points]. */
  readonly lineLosses: NdArray;
  /** ‖∇L(θ − ηg) − g‖ for every step size, at every measured step: [runs, looks, points]. */
  readonly gradientChanges: NdArray;
  /** ‖g‖ of every measured step: [runs, looks]. */
  readonly gradientLengths: NdArray;
  /** Effective β-smoothness, the largest ‖∇L(θ − ηg) − g‖ / η‖g‖ of a measured step: [runs, looks]. */
  readonly smoothness: NdArray;
};

/** Networks learn side by side, and at steps on the way it is looked along the gradient. */
export default async function* compute(params: Params, own?: DataSet): Experiment<Result> {
  const { steps, seed, rate, reach } = params;
  const { learned } = picturesOf(params, own);
  const stepSizes = multiplesOf(reach).map((multiple) => multiple * rate);
  const probed = treatmentsOf(params.compare).map((treatment) => {
    const recipe = glyphRecipe({ ...params, treatment }, { learningRate: rate, seed });
    return new Probed(startTraining(recipe, learned), stepSizes);
  });
  for (let step = 0; step < steps; step++) {
    for (const one of probed) {
      if (step % stepsBetween(steps) === 0) await one.probe();
      await one.step();
    }
    const isOver = step === steps - 1 || probed.every(({ isLost }) => isLost);
    yield {
      done: step + 1,
      total: isOver ? step + 1 : steps,
      result: () => Promise.resolve(resultOf(probed, steps)),
    };
    if (isOver) return;
  }
}

/** What has been found so far; what is not there yet, or is lost, is NaN. */
function resultOf(probed: readonly Probed[], steps: number): Result {
  const looks = looksOf(steps);
  const runs = probed.length;
  const lines = [runs, looks, POINTS];
  return {
    losses: tabulate([runs, steps], (run, step) => probed[run].losses[step] ?? NaN),
    lineLosses: tabulate(
      lines,
      (run, look, point) => probed[run].probes[look]?.losses[point] ?? NaN,
    ),
    gradientChanges: tabulate(
      lines,
      (run, look, point) => probed[run].probes[look]?.changes[point] ?? NaN,
    ),
    gradientLengths: tabulate(
      [runs, looks],
      (run, look) => probed[run].probes[look]?.length ?? NaN,
    ),
    smoothness: tabulate([runs, looks], (run, look) => probed[run].probes[look]?.smoothness ?? NaN),
  };
}
