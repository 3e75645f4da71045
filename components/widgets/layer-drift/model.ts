import { computed, signal } from '@preact/signals-core';
import type { WidgetState } from '#kit/widget-state.ts';
import { treatmentsOf } from '#lab/comparisons.ts';
import type { Treatment } from '#lab/glyph-network.ts';
import { lostAt } from '#lab/outcome.ts';
import type { Result } from './compute.ts';
import { looksOf, QUANTILES, stepsBetween } from './data.ts';
import type { Params } from './params.ts';

/** One of the networks that learn side by side, as far as it has come. */
export type Run = {
  readonly treatment: Treatment;
  /** One a step, NaN where it has not come or is lost. */
  readonly losses: Float32Array;
  /** At the step where it left for good; undefined if it has not. */
  readonly lostAt: number | undefined;
  /** Quantiles of the watched unit at every look there has been. */
  readonly looks: readonly Float32Array[];
  /** Of the layer, one a look. */
  readonly drift: Float32Array;
  readonly accuracy: Float32Array;
};

export type Model = ReturnType<typeof createModel>;

export function createModel(state: WidgetState<Params, Result>) {
  /** What the shown run was made with. */
  const params = computed(() => state.answered.value.params);
  const layer = computed(() => Math.min(state.params.value.layer, params.value.depth));
  const looks = computed(() => looksOf(params.value.steps));
  const look = computed(() => Math.min(state.params.value.look, looks.value - 1));

  const runs = computed((): readonly Run[] => {
    const { result } = state.answered.value;
    const { depth, steps, compare } = params.value;
    const count = looks.value;
    return treatmentsOf(compare).map((treatment, run) => {
      const losses = result.losses.data.subarray(run * steps, (run + 1) * steps);
      const row = run * depth + layer.value - 1;
      const from = row * count * QUANTILES;
      const all = Array.from({ length: count }, (_, at) =>
        result.quantiles.data.subarray(from + at * QUANTILES, from + (at + 1) * QUANTILES),
      );
      return {
        treatment,
        losses,
        lostAt: lostAt(losses),
        looks: all.filter(([first]) => Number.isFinite(first)),
        drift: result.drift.data.subarray(row * count, (row + 1) * count),
        accuracy: result.accuracy.data.subarray(run * count, (run + 1) * count),
      };
    });
  });

  /** Ends of the axis of what is received: nearly all of it, of all runs and looks, and no more. */
  const range = computed((): readonly [number, number] => {
    const ends = runs.value.flatMap((run) =>
      run.looks.flatMap((quantiles) => [
        Math.abs(quantiles[1]),
        Math.abs(quantiles[QUANTILES - 2]),
      ]),
    );
    const inOrder = ends.sort((a, b) => a - b);
    const end = Math.ceil((inOrder[Math.floor(0.95 * inOrder.length)] ?? 3) * 1.1);
    return [-end, end];
  });

  return {
    state,
    params,
    range,
    layer,
    looks,
    look,
    runs,
    /** The run that is pointed at. */
    pointed: signal<Treatment | undefined>(undefined),
    /** The step after which the shown look was taken. */
    step: computed(() => look.value * stepsBetween(params.value.steps)),
    stepOf: (at: number): number => at * stepsBetween(params.value.steps),
    showLayer(next: number): void {
      state.show({ layer: Math.min(Math.max(next, 1), params.value.depth) });
    },
    showStep(step: number): void {
      const at = Math.round(step / stepsBetween(params.value.steps));
      state.show({ look: Math.min(Math.max(at, 0), looks.value - 1) });
    },
  };
}

/** The last number of a row that has come. */
export const latest = (row: Float32Array): number => row.findLast(Number.isFinite) ?? NaN;

/** Points of a density along an axis. */
const POINTS = 80;

/**
 * The density of what has these quantiles, as [value, height] from one end of an axis to the other, so
 * that a normal distribution with a fifth of the axis as its deviation has the height 1.
 */
export function densityFrom(
  quantiles: Float32Array,
  [from, to]: readonly [number, number],
): readonly (readonly [value: number, height: number])[] {
  // Wide enough that the quantiles do not stand apart, narrow enough that a narrow distribution is one.
  const spread = quantiles[QUANTILES - 4] - quantiles[3];
  const width = Math.max(spread * 0.18, (to - from) / 120);
  const unit = (to - from) / 10;
  return Array.from({ length: POINTS + 1 }, (_, index) => {
    const value = from + ((to - from) * index) / POINTS;
    let density = 0;
    for (const quantile of quantiles) density += Math.exp(-0.5 * ((value - quantile) / width) ** 2);
    return [value, Math.min((density / quantiles.length) * (unit / width), 1.6)];
  });
}
