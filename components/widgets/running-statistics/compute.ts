import {
  batchNorm,
  stack,
  toNdArray,
  toTensor,
  toTensor4d,
  updateRunning,
  type RunningRule,
  type Statistics,
} from '#tensor';
import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { drawBatches, drawImages, PIXELS, SIDE, STEPS } from './data.ts';
import type { Params } from './params.ts';
import { defaults, type Rule } from './rules.ts';

export type Result = {
  /** Mean, and biased variance, of every batch: [2, 100]. */
  readonly statistics: NdArray;
  /** Running mean and variance before the first batch and after each: [2, 101]. */
  readonly running: NdArray;
  /** The same of a library beside: [2, 101]; [0] if there is none. */
  readonly other: NdArray;
  /** The first image of every batch, normalized by its batch: [100, 3, 3]. */
  readonly trained: NdArray;
  /** The same image, normalized by the running statistics after that batch: [100, 3, 3]. */
  readonly evaluated: NdArray;
};

export default async function compute(params: Params): Promise<Result> {
  const { batchSize } = params;
  const epsilon = Number(params.epsilon);
  const training = batchNorm(toTensor4d(drawBatches(params), 'x'), { epsilon });
  const statistics = await both(training.mean, training.variance);
  const normalized = await toNdArray(training.y);

  const running = await run(params);
  const evaluation = batchNorm(toTensor4d(drawImages(params), 'x'), {
    epsilon,
    running: { mean: afterEach(running, 0), variance: afterEach(running, 1) },
  });
  return {
    statistics,
    running,
    other: params.beside === 'none' ? none : await run(defaults[params.beside]),
    trained: ndArray([STEPS, SIDE, SIDE], normalized.data.subarray(0, STEPS * PIXELS)),
    evaluated: await toNdArray(evaluation.y, [STEPS, SIDE, SIDE]),
  };

  async function run(rule: Rule): Promise<NdArray> {
    const at = (row: number, step: number) =>
      toTensor(ndArray([1], [statistics.data[row * STEPS + step]]), 'statistics');
    const batches = Array.from({ length: STEPS }, (_, step) => ({
      mean: at(0, step),
      variance: at(1, step),
    }));
    const steps = follow(batches, batchSize * PIXELS, ruleOf(rule));
    return both(stack(steps.map(({ mean }) => mean)), stack(steps.map(({ variance }) => variance)));
  }
}

const none: NdArray = { shape: [0], data: new Float32Array() };

/** Means and variances as two rows. */
async function both(mean: Statistics['mean'], variance: Statistics['mean']): Promise<NdArray> {
  const [means, variances] = await Promise.all([toNdArray(mean), toNdArray(variance)]);
  return ndArray([2, means.data.length], [...means.data, ...variances.data]);
}

/** One row of running values, without that before the first batch. */
const afterEach = ({ data }: NdArray, row: number) =>
  toTensor(
    ndArray([STEPS], data.subarray(row * (STEPS + 1) + 1, (row + 1) * (STEPS + 1))),
    'running',
  );

const ruleOf = ({ convention, momentum, unbiased }: Rule): RunningRule => ({
  momentumOf: convention === 'pytorch' ? 'new' : 'old',
  momentum,
  unbiased,
});

/**
 * Running statistics before the first batch, which are 0 and 1, and after each.
 * @param batches each with the biased variance, [C]
 * @param values how many values each of their statistics was taken over
 */
export function follow(
  batches: readonly Statistics[],
  values: number,
  rule: RunningRule,
): readonly Statistics[] {
  const [{ mean }] = batches;
  const constant = (value: number) =>
    toTensor(ndArray([mean.size], new Array<number>(mean.size).fill(value)), 'running');
  const steps: Statistics[] = [{ mean: constant(0), variance: constant(1) }];
  for (const [step, batch] of batches.entries()) {
    steps.push(updateRunning(steps[step], batch, values, rule));
  }
  return steps;
}
