import { computed, signal } from '@preact/signals-core';
import type { WidgetState } from '#kit/widget-state.ts';
import { maxDifference, ndArray, sizeOf, withValue, type NdArray } from '#nd/nd-array.ts';
import type { Result } from './compute.ts';
import { roundDomain, type Domain } from './domain.ts';
import { STEPS, type Params } from './params.ts';

type Domains = Readonly<Record<'x' | 'upstream' | 'gradient', Domain>>;

export type Model = ReturnType<typeof createModel>;

export function createModel(state: WidgetState<Params, Result>) {
  /** The value that is pointed at. */
  const pointed = signal<number | undefined>(undefined);
  /** The entry of the matrix that is pointed at lies in this column. */
  const column = signal<number | undefined>(undefined);
  /** The axes while something is dragged along them: they must not move under the hand. */
  const held = signal<Domains | undefined>(undefined);

  const params = computed(() => state.answered.value.params);
  const result = computed(() => state.answered.value.result);
  const count = computed(() => params.value.values.shape[1]);
  const step = computed(() => Math.min(state.params.value.step, STEPS));

  /** The value that is spoken of: the one pointed at, or else the chosen one. */
  const current = computed(() =>
    Math.min(pointed.value ?? state.params.value.cell, count.value - 1),
  );
  /** The entry of the matrix that is spoken of. */
  const entry = computed(() => ({
    row: current.value,
    column: Math.min(column.value ?? current.value, count.value - 1),
  }));

  /** x and the gradient at y as the reader has set them, each [1, m]. */
  const own = computed(() => {
    const { values } = state.params.value;
    return { x: partOf(values, 0), upstream: partOf(values, 1) };
  });

  /** All that there is one number of for every value, each [1, m]. */
  const rows = computed(() => {
    const { forward, parts, gradients } = result.value;
    return {
      x: partOf(params.value.values, 0),
      normalized: partOf(forward, 0),
      upstream: partOf(gradients, 0),
      common: partOf(parts, 0),
      along: partOf(parts, 1),
      rest: partOf(parts, 2),
      gradient: partOf(gradients, 1),
    };
  });

  /** P = I − 11ᵀ/m − x̂x̂ᵀ/m, which keeps what a straight line cannot follow: [m, m]. */
  const projection = computed((): NdArray => {
    const [common, along] = [0, 1].map((index) => partOf(result.value.matrices, index));
    const data = common.data.map(
      (value, index) => Number(index % (count.value + 1) === 0) - value - along.data[index],
    );
    return { shape: common.shape, data };
  });

  /** Mean, variance, what is divided by, and what the rest is multiplied by. */
  const statistics = computed(() => {
    const [mean, variance] = result.value.statistics.data;
    const { gamma, epsilon } = params.value;
    const divisor = Math.sqrt(variance + Number(epsilon));
    return { mean, variance, divisor, factor: gamma / divisor };
  });

  /** The straight line through the points (x, ∂L/∂y): its height at the mean, and its rise per x̂. */
  const line = computed(() => {
    const { normalized, upstream, common } = rows.value;
    return { level: common.data[0], rise: dot(normalized.data, upstream.data) / count.value };
  });

  /** What the line has at every value: the two parts that are taken out. */
  const fitted = computed(() => {
    const { common, along } = rows.value;
    return along.data.map((value, index) => value + common.data[index]);
  });

  /** Squared lengths of the gradient at y, of its parts, and of the gradient at x. */
  const lengths = computed(() => {
    const { upstream, common, along, rest, gradient } = rows.value;
    const squared = ({ data }: NdArray): number => dot(data, data);
    return {
      upstream: squared(upstream),
      common: squared(common),
      along: squared(along),
      rest: squared(rest),
      gradient: squared(gradient),
    };
  });

  /** How far what must be equal, or 0, is from it. */
  const checks = computed(() => {
    const { gradients, matrices } = result.value;
    const { normalized, gradient } = rows.value;
    return {
      gradient: maxDifference(gradient.data, partOf(gradients, 2).data),
      matrix: maxDifference(partOf(matrices, 2).data, partOf(matrices, 3).data),
      sum: gradient.data.reduce((total, value) => total + value, 0),
      alongSum: dot(normalized.data, gradient.data),
      twice: twiceDifference(projection.value),
    };
  });

  /** Eigenvalues of what is taken out and of what is left; how many directions stay free. */
  const directions = computed(() => {
    const { eigenvalues } = result.value;
    const left = partOf(eigenvalues, 1);
    return {
      both: eigenvalues,
      trace: left.data.reduce((total, value) => total + value, 0),
      rank: left.data.filter((value) => value > 0.5).length,
    };
  });

  /** What an ε makes of it: the part along x̂ that slips through, and how much squared length the parts lack. */
  const slip = computed(() => {
    const epsilon = Number(params.value.epsilon);
    const part = epsilon / (statistics.value.variance + epsilon);
    return { part, lacking: 2 * part * count.value * line.value.rise ** 2 };
  });

  const domains = computed((): Domains => {
    const { upstream, common, rest, gradient } = rows.value;
    const { x, upstream: set } = own.value;
    return (
      held.value ?? {
        x: roundDomain([...x.data, ...rows.value.x.data]),
        upstream: roundDomain([0, ...set.data, ...upstream.data, ...common.data, ...fitted.value]),
        gradient: roundDomain([0, ...rest.data, ...gradient.data]),
      }
    );
  });

  /** How many values before it are equal to each one: they are stacked. */
  const ranks = computed(() => {
    const { data } = own.value.x;
    return Array.from(
      data,
      (value, index) => data.subarray(0, index).filter((other) => other === value).length,
    );
  });

  const setAt = (index: number, value: number, gesture?: string): void => {
    const { values } = state.params.value;
    state.show({ cell: index % values.shape[1] });
    state.edit({ values: withValue(values, index, value) }, gesture);
  };

  return {
    state,
    pointed,
    column,
    params,
    count,
    step,
    current,
    entry,
    own,
    rows,
    projection,
    statistics,
    line,
    fitted,
    lengths,
    checks,
    directions,
    slip,
    domains,
    ranks,
    dragging: computed(() => held.value !== undefined),
    hold(): void {
      held.value = domains.peek();
    },
    release(): void {
      held.value = undefined;
    },
    choose(index: number): void {
      pointed.value = undefined;
      state.show({ cell: index });
    },
    setX: setAt,
    setUpstream(index: number, value: number, gesture?: string): void {
      setAt(state.params.value.values.shape[1] + index, value, gesture);
    },
    setValues(values: NdArray): void {
      state.edit({ values });
    },
    /** Fewer values lose the last ones; new ones are 0, and no gradient reaches them. */
    setCount(wanted: number): void {
      const { x, upstream } = own.value;
      const resized = [x, upstream].flatMap(({ data }) =>
        Array.from({ length: wanted }, (_, index) => data[index] ?? 0),
      );
      state.edit({ values: ndArray([2, wanted], resized) });
    },
  };
}

/** One of what lies along the first axis: a row as [1, m], a matrix as it is. */
function partOf({ shape, data }: NdArray, index: number): NdArray {
  const [, ...rest] = shape;
  const size = sizeOf(rest);
  return {
    shape: rest.length === 1 ? [1, ...rest] : rest,
    data: data.subarray(index * size, (index + 1) * size),
  };
}

const dot = (a: Float32Array, b: Float32Array): number =>
  a.reduce((total, value, index) => total + value * b[index], 0);

/** Largest difference between PᵀP and P, a symmetric matrix: 0 where P is a projection. */
function twiceDifference({ shape: [m], data }: NdArray): number {
  const rowAt = (row: number) => data.subarray(row * m, (row + 1) * m);
  const twice = data.map((_, index) => dot(rowAt(Math.floor(index / m)), rowAt(index % m)));
  return maxDifference(twice, data);
}
