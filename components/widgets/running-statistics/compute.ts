import {
  batchNorm,
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
  /** Mean of every batch: [100]. */
  readonly batchMeans: NdArray;
  /** Biased variance of every batch: [100]. */
  readonly batchVariances: NdArray;
  /** Running mean before the first batch and after each: [101]. */
  readonly runningMeans: NdArray;
  /** Running variance before the first batch and after each: [101]. */
  readonly runningVariances: NdArray;
  /** The same of a library beside: [101]; [0] if there is none. */
  readonly otherMeans: NdArray;
  readonly otherVariances: NdArray;
  /** The first image of every batch, normalized by its batch: [100, 3, 3]. */
  readonly trained: NdArray;
  /** The same image, normalized by the running statistics after that batch: [100, 3, 3]. */
  readonly evaluated: NdArray;
};

export default async function compute(params: Params): Promise<Result> {
  const { batchSize } = params;
  const epsilon = Number(params.epsilon);
  const training = batchNorm(toTensor4d(drawBatches(params), 'x'), { epsilon });
  const [batchMeans, batchVariances, normalized] = await Promise.all([
    toNdArray(training.mean, [STEPS]),
    toNdArray(training.variance, [STEPS]),
    toNdArray(training.y),
  ]);

  const own = await run(params);
  const other = params.beside === 'none' ? undefined : await run(defaults[params.beside]);
  const { y } = batchNorm(toTensor4d(drawImages(params), 'x'), {
    epsilon,
    running: { mean: afterEach(own.means, 'mean'), variance: afterEach(own.variances, 'variance') },
  });
  return {
    batchMeans,
    batchVariances,
    runningMeans: own.means,
    runningVariances: own.variances,
    otherMeans: other?.means ?? none,
    otherVariances: other?.variances ?? none,
    trained: ndArray([STEPS, SIDE, SIDE], normalized.data.subarray(0, STEPS * PIXELS)),
    evaluated: await toNdArray(y, [STEPS, SIDE, SIDE]),
  };

  async function run(rule: Rule) {
    const batches = Array.from({ length: STEPS }, (_, step) => ({
      mean: toTensor(ndArray([1], [batchMeans.data[step]]), 'mean'),
      variance: toTensor(ndArray([1], [batchVariances.data[step]]), 'variance'),
    }));
    const steps = follow(batches, batchSize * PIXELS, ruleOf(rule));
    const read = async (name: keyof Statistics): Promise<NdArray> => {
      const values = await Promise.all(steps.map((step) => step[name].data()));
      return ndArray(
        [STEPS + 1],
        values.map(([value]) => value),
      );
    };
    return { means: await read('mean'), variances: await read('variance') };
  }
}

const none: NdArray = { shape: [0], data: new Float32Array() };

/** Without the value before the first batch. */
const afterEach = ({ data }: NdArray, name: string) =>
  toTensor(ndArray([STEPS], data.subarray(1)), name);

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
