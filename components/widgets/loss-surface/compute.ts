import { sliceOf, type DataSet } from '#lab/data/data-set.ts';
import type { Experiment } from '#lab/experiment.ts';
import { picturesOf } from '#lab/glyph-network.ts';
import { parameterCount } from '#lab/network.ts';
import { toBatch } from '#lab/training.ts';
import { tabulate, type NdArray } from '#nd/nd-array.ts';
import { cutThrough } from './cut.ts';
import { EXAMPLES, treatmentsOf } from './data.ts';
import type { Params } from './params.ts';
import { Slice } from './slice.ts';
import { Walk } from './walk.ts';

/** NaN is what has not come yet, or is lost. Lengths are in those of a network's weights. */
export type Result = {
  /** The loss at each point of a path: [runs, steps + 1]. */
  readonly losses: NdArray;
  /** Where each point is seen from the plane: [runs, steps + 1, 2]. */
  readonly path: NdArray;
  /** How far each point is from there: [runs, steps + 1]. */
  readonly outside: NdArray;
  /** How far each point is from the plane's origin: [runs, steps + 1]. */
  readonly away: NdArray;
  /** The loss in the plane, at the place where each point is seen: [runs, steps + 1]. */
  readonly shadow: NdArray;
  /** Losses in the plane, the uppermost row first: [runs, points, points]. */
  readonly surface: NdArray;
  /** The middle of what is looked at: [runs, 2]. */
  readonly middle: NdArray;
  /** Part of a path's variance that lies in the plane: [runs]. */
  readonly share: NdArray;
  /** How long a network's weights are: [runs]. */
  readonly unit: NdArray;
  /** How many numbers a network has: [runs]. */
  readonly numbers: NdArray;
};

/** One network with and one without batch normalization go downhill, and the loss around their paths is measured on a plane. */
export default async function* compute(params: Params, own?: DataSet): Experiment<Result> {
  const { steps, points, plane } = params;
  const batch = toBatch(sliceOf(picturesOf(params, own).learned, 0, EXAMPLES));
  const walks = treatmentsOf(params.compare).map((treatment) => new Walk(params, treatment));
  const slices: Slice[] = [];
  const result = (): Promise<Result> => Promise.resolve(resultOf(walks, slices, params));
  const total = steps + points + 1;

  for (let step = 1; step <= steps; step++) {
    for (const walk of walks) await walk.step(batch);
    yield { done: step, total, result };
  }
  for (const walk of walks) {
    await walk.arrive(batch);
    const cut = await cutThrough(walk.network, walk.path, batch, params);
    slices.push(new Slice(walk.network, cut, plane === 'path'));
  }
  for (const slice of slices) await slice.measureShadow(batch);
  for (let row = 0; row < points; row++) {
    yield { done: steps + 1 + row, total, result };
    for (const slice of slices) await slice.measureRow(params, batch);
  }
  yield { done: total, total, result };
}

function resultOf(
  walks: readonly Walk[],
  slices: readonly Slice[],
  { steps, points }: Params,
): Result {
  const runs = walks.length;
  const each = [runs, steps + 1];
  return {
    losses: tabulate(each, (run, step) => walks[run].losses[step] ?? NaN),
    path: tabulate([...each, 2], (run, step, axis) => slices[run]?.seen[step]?.place[axis] ?? NaN),
    outside: tabulate(each, (run, step) => slices[run]?.seen[step]?.outside ?? NaN),
    away: tabulate(each, (run, step) => slices[run]?.away[step] ?? NaN),
    shadow: tabulate(each, (run, step) => slices[run]?.shadow[step] ?? NaN),
    surface: tabulate(
      [runs, points, points],
      (run, row, column) => slices[run]?.rows[row]?.[column] ?? NaN,
    ),
    middle: tabulate([runs, 2], (run, axis) => slices[run]?.middle[axis] ?? NaN),
    share: tabulate([runs], (run) => slices[run]?.share ?? NaN),
    unit: tabulate([runs], (run) => slices[run]?.unit ?? NaN),
    numbers: tabulate([runs], (run) => parameterCount(walks[run].network)),
  };
}
