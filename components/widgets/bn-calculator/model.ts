import { computed, signal } from '@preact/signals-core';
import type { WidgetState } from '#kit/widget-state.ts';
import { extent, ndArray, withValue, type NdArray } from '#nd/nd-array.ts';
import type { Result } from './compute.ts';
import { LINES, type Params } from './params.ts';
import { roundDomain, type Domain } from './domain.ts';

export type Model = ReturnType<typeof createModel>;

export function createModel(state: WidgetState<Params, Result>) {
  const pointed = signal<number | undefined>(undefined);
  /** The axis while something is dragged along it: it must not move under the hand. */
  const held = signal<Domain | undefined>(undefined);

  const params = computed(() => state.answered.value.params);
  const result = computed(() => state.answered.value.result);
  const count = computed(() => params.value.x.data.length);
  const step = computed(() => Math.min(state.params.value.step, LINES));

  /** The number that is spoken of: the one pointed at, or else the chosen one. */
  const current = computed(() =>
    Math.min(pointed.value ?? state.params.value.cell, count.value - 1),
  );

  const statistics = computed(() => {
    const [mean, variance, unbiased] = result.value.statistics.data;
    return { mean, variance, unbiased };
  });

  /** What the mean leaves of every number: [1, m]. */
  const centred = computed((): NdArray => {
    const { x } = params.value;
    const { mean } = statistics.value;
    return { shape: x.shape, data: x.data.map((value) => value - mean) };
  });

  /** The numbers after each line but the first two, which leave them as they are until line 3. */
  const rows = computed((): readonly NdArray[] => [
    params.value.x,
    centred.value,
    result.value.normalized,
    result.value.y,
  ]);

  /** Where each row has its centre, and how far from it one deviation lies. */
  const marks = computed(() => {
    const { gamma, beta, epsilon } = params.value;
    const { mean, variance } = statistics.value;
    const sigma = Math.sqrt(variance);
    const unit = sigma / Math.sqrt(variance + Number(epsilon));
    return [
      { centre: mean, spread: sigma },
      { centre: 0, spread: sigma },
      { centre: 0, spread: unit },
      { centre: beta, spread: gamma * unit },
    ] as const;
  });

  /** Mean, deviation and variance of y by formula: β, |γ|σ/√(σ² + ε), γ²σ²/(σ² + ε). */
  const theory = computed(() => {
    const { beta } = params.value;
    const deviation = Math.abs(marks.value[3].spread);
    return { mean: beta, deviation, variance: deviation ** 2 };
  });

  const measured = computed(() => {
    const [mean, variance] = result.value.outcome.data;
    return { mean, deviation: Math.sqrt(variance), variance };
  });

  const domain = computed(() => {
    const { gamma, beta } = params.value;
    const values = rows.value.flatMap(({ data }) => [...data]);
    const { spread } = marks.value[1];
    return held.value ?? roundDomain(extent([...values, -spread, spread, beta, beta + gamma]));
  });

  /** How many numbers before it are equal to each one: they are stacked. */
  const ranks = computed(() => {
    const { data } = params.value.x;
    return Array.from(
      data,
      (value, index) => data.subarray(0, index).filter((other) => other === value).length,
    );
  });

  return {
    state,
    pointed,
    params,
    result,
    statistics,
    count,
    step,
    current,
    rows,
    marks,
    theory,
    measured,
    domain,
    ranks,
    hold(): void {
      held.value = domain.peek();
    },
    release(): void {
      held.value = undefined;
    },
    choose(index: number): void {
      pointed.value = undefined;
      state.show({ cell: index });
    },
    setNumber(index: number, value: number, gesture?: string): void {
      state.show({ cell: index });
      state.edit({ x: withValue(state.params.value.x, index, value) }, gesture);
    },
    setNumbers(x: NdArray): void {
      state.edit({ x });
    },
    /** Fewer numbers lose the last ones; new ones are 0. */
    setCount(wanted: number): void {
      const { data } = state.params.value.x;
      const values = Array.from({ length: wanted }, (_, index) => data[index] ?? 0);
      state.edit({ x: ndArray([1, wanted], values) });
    },
  };
}
