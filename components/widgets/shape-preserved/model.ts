import { computed, signal } from '@preact/signals-core';
import type { WidgetState } from '#kit/widget-state.ts';
import { ndArray } from '#nd/nd-array.ts';
import type { Result } from './compute.ts';
import { BARS, drawSample, sketchOf, TALLEST } from './distributions.ts';
import type { Params } from './params.ts';
import { barsOf, chanceDistance, distanceFromBell, endsOf } from './shape.ts';

/** How far the sample has come. */
export const stages = ['x', 'centred', 'normalized', 'y'] as const;

export type Stage = (typeof stages)[number];

export type Moments = {
  readonly mean: number;
  readonly variance: number;
  readonly deviation: number;
  readonly skewness: number;
  readonly kurtosis: number;
  /** Whether there is no spread, and so no shape. */
  readonly flat: boolean;
};

/** A bar of the sketch and how high it is. */
export type Bar = { readonly bar: number; readonly height: number };

/** So many of the sample's numbers are shown one by one. */
const FIRST = 8;

/** What was added to the variance. */
const EPSILON = 1e-5;

export type Model = ReturnType<typeof createModel>;

export function createModel(state: WidgetState<Params, Result>) {
  /** Which of the first numbers is pointed at. */
  const pointed = signal<number | undefined>(undefined);

  const stage = computed((): Stage => stages[state.params.value.step]);

  const samples = computed((): Readonly<Record<Stage, Float32Array>> => {
    const { params, result } = state.answered.value;
    const x = drawSample(params).data;
    const mean = result.moments.data[0];
    return {
      x,
      centred: x.map((value) => value - mean),
      normalized: result.normalized.data,
      y: result.y.data,
    };
  });

  const moments = computed(() => {
    const { data } = state.answered.value.result.moments;
    const of = (row: number): Moments => {
      const [mean, variance, skewness, kurtosis] = data.subarray(4 * row, 4 * row + 4);
      const deviation = Math.sqrt(variance);
      return { mean, variance, deviation, skewness, kurtosis, flat: kurtosis === 0 };
    };
    return { x: of(0), centred: of(1), normalized: of(2), y: of(3) };
  });

  /** Every stage in units of its own deviation, from its own mean. */
  const own = computed(() => {
    const of = (name: Stage): Float32Array => {
      const { mean, deviation, flat } = moments.value[name];
      return flat
        ? new Float32Array()
        : samples.value[name].map((value) => (value - mean) / deviation);
    };
    return { x: of('x'), centred: of('centred'), normalized: of('normalized'), y: of('y') };
  });

  /** The bars of every stage in units of its own deviation, all with the same ends. */
  const bars = computed(() => {
    const ends = endsOf(own.value.x, own.value.y);
    const of = (name: Stage) => barsOf(own.value[name], ends);
    return { x: of('x'), centred: of('centred'), normalized: of('normalized'), y: of('y') };
  });

  const before = computed(() => moments.value.x);
  const after = computed(() => moments.value[stage.value]);

  /** How far the sample is from a bell, and how far a sample of a bell would be. */
  const distance = computed(() => ({
    measured: distanceFromBell(bars.value.x),
    byChance: chanceDistance(bars.value.x, state.answered.value.params.size),
  }));

  /** The first numbers of the sample, before and after; and which of them the formula is about. */
  const first = computed(() => {
    const of = (name: Stage) => ndArray([1, FIRST], samples.value[name].subarray(0, FIRST));
    return { before: of('x'), after: of(stage.value) };
  });
  const current = computed(() => pointed.value ?? 0);

  /** All that was done to a number, as one straight line: slope · x + intercept. */
  const line = computed(() => {
    const { gamma, beta } = state.answered.value.params;
    const { mean, variance } = before.value;
    const [slope, intercept] = {
      x: [1, 0],
      centred: [1, -mean],
      normalized: [1 / Math.sqrt(variance + EPSILON), -mean / Math.sqrt(variance + EPSILON)],
      y: [
        gamma / Math.sqrt(variance + EPSILON),
        beta - (gamma * mean) / Math.sqrt(variance + EPSILON),
      ],
    }[stage.value];
    return { slope, intercept };
  });

  /** The sketch as it is edited: the bars of a distribution with a formula are the start of one. */
  const sketch = computed(() => {
    const { distribution, sketch } = state.params.value;
    return distribution === 'sketch' ? sketch : sketchOf(distribution);
  });

  /** Draws the tops of bars along a line from one to another. */
  function drawBars(from: Bar, to: Bar, gesture?: string): void {
    const data = sketch.value.data.slice();
    const steps = Math.max(Math.abs(to.bar - from.bar), 1);
    for (let step = 0; step <= steps; step++) {
      const part = step / steps;
      const bar = Math.round(from.bar + part * (to.bar - from.bar));
      data[bar] = inBounds(from.height + part * (to.height - from.height));
    }
    state.edit({ distribution: 'sketch', sketch: ndArray([BARS], data) }, gesture);
  }

  return {
    state,
    pointed,
    stage,
    samples,
    moments,
    own,
    bars,
    before,
    after,
    distance,
    first,
    current,
    line,
    sketch,
    drawBars,
  };
}

/** The nearest half between the floor and the top. */
const inBounds = (height: number): number =>
  Math.min(Math.max(Math.round(2 * height) / 2, 0), TALLEST);
