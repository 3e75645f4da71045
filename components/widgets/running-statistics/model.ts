import { computed, signal } from '@preact/signals-core';
import type { WidgetState } from '#kit/widget-state.ts';
import { maxDifference, type NdArray } from '#nd/nd-array.ts';
import type { Result } from './compute.ts';
import { drawImages, PIXELS, SIDE, STEPS, trueMean } from './data.ts';
import type { Params } from './params.ts';
import { defaults, libraries, shareOf, type Library } from './rules.ts';

/** The two statistics that a layer carries along. */
export type Statistic = 'mean' | 'variance';

export type Model = ReturnType<typeof createModel>;

export function createModel(state: WidgetState<Params, Result>) {
  /** The pixel of the image that the figure speaks of. */
  const pixel = signal(Math.floor(PIXELS / 2));

  const params = computed(() => state.answered.value.params);
  const result = computed(() => state.answered.value.result);
  const step = computed(() => state.params.value.step);

  /** Values of one statistic over the run: of the batches, running, running beside. */
  function series(statistic: Statistic) {
    const row = statistic === 'mean' ? 0 : 1;
    const rowOf = ({ data }: NdArray) =>
      data.subarray((row * data.length) / 2, ((row + 1) * data.length) / 2);
    const { statistics, running, other } = result.value;
    return { batches: rowOf(statistics), running: rowOf(running), other: rowOf(other) };
  }

  /** One statistic at the present batch: the batch's, and the running one before and after it. */
  function numbers(statistic: Statistic) {
    const { batches, running } = series(statistic);
    return {
      batch: batches[step.value],
      before: running[step.value],
      after: running[step.value + 1],
    };
  }

  /** What the pixels are drawn from, after so many batches. */
  function truth(statistic: Statistic, batches: number): number {
    return statistic === 'mean' ? trueMean(params.value, batches - 1) : params.value.variance;
  }

  /** The first image of the present batch, normalized in both modes. */
  const images = computed(() => {
    const { trained, evaluated } = result.value;
    return {
      x: frame(drawImages(params.value), step.value),
      trained: frame(trained, step.value),
      evaluated: frame(evaluated, step.value),
    };
  });

  /** How far the two outputs of the same image are apart. */
  const difference = computed(() =>
    maxDifference(images.value.trained.data, images.value.evaluated.data),
  );

  /** The part that a new batch has in the running value. */
  const share = computed(() => shareOf(params.value));

  /** What evaluation does to a value: a factor and a summand, which fit into the weights before it. */
  const folded = computed(() => {
    const factor = 1 / Math.sqrt(numbers('variance').after + Number(params.value.epsilon));
    return { factor, summand: -factor * numbers('mean').after };
  });

  /** The part that the start, 0 and 1, still has. */
  const start = computed(() => (1 - share.value) ** (step.value + 1));

  /** The library whose defaults these are. */
  const library = computed((): Library | undefined => {
    const { convention, momentum, unbiased, epsilon } = params.value;
    return libraries.find((name) => {
      const rule = defaults[name];
      return (
        rule.convention === convention &&
        Math.fround(rule.momentum) === momentum &&
        rule.unbiased === unbiased &&
        rule.epsilon === epsilon
      );
    });
  });

  return {
    state,
    params,
    result,
    step,
    pixel,
    series,
    numbers,
    truth,
    images,
    difference,
    share,
    folded,
    start,
    library,
    /** Values that each statistic of a batch is taken over. */
    values: computed(() => params.value.batchSize * PIXELS),
    useLibrary(name: Library): void {
      const rule = defaults[name];
      state.edit({ ...rule, momentum: Math.fround(rule.momentum) });
    },
    goTo(batch: number): void {
      state.show({ step: Math.min(Math.max(Math.round(batch) - 1, 0), STEPS - 1) });
    },
    setMean(mean: number, gesture?: string): void {
      state.edit({ mean: Math.fround(mean) }, gesture);
    },
    /** Moves the mean after the last batch. */
    setEnd(end: number, gesture?: string): void {
      const drift = Number((end - state.params.value.mean).toFixed(2));
      state.edit({ drift: Math.fround(drift) }, gesture);
    },
    setVariance(variance: number, gesture?: string): void {
      state.edit({ variance: Math.fround(variance) }, gesture);
    },
  };
}

/** The image of one batch. */
function frame({ data }: NdArray, step: number): NdArray {
  return { shape: [SIDE, SIDE], data: data.subarray(step * PIXELS, (step + 1) * PIXELS) };
}
