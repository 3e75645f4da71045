import { computed, signal } from '@preact/signals-core';
import type { WidgetState } from '#kit/widget-state.ts';
import {
  clampIndex,
  indexIn,
  mapStart,
  offsetOf,
  valueAt,
  withMap,
  type MapIndex,
} from '#nd/maps.ts';
import { maxAbs, sizeOf, withValue, type NdArray } from '#nd/nd-array.ts';
import { resample } from '#nd/resample.ts';
import { forChannels } from '#nd/sample-tensor.ts';
import type { Result } from './compute.ts';
import { filterNumbers, gammaOf, isFlat, weightsOf } from './filters.ts';
import { MOST, type Params } from './params.ts';
import { roundUp } from './reach.ts';
import { resizedWeights } from './weights.ts';

export const sides = ['before', 'after'] as const;

export type SideName = (typeof sides)[number];

export type Cell = { readonly row: number; readonly column: number };

/** Filters with more weights than these, all in all, are drawn by colours, and one is edited at a time. */
const MOST_CELLS = 120;

/** Least deviation that a grip can take a filter to. */
export const LEAST_DEVIATION = 0.01;

export type Model = ReturnType<typeof createModel>;

export function createModel(state: WidgetState<Params, Result>) {
  const pointed = signal<MapIndex | undefined>(undefined);

  const tensors = computed(() => {
    const { params, result } = state.answered.value;
    return { before: params.weight, after: result.standardized };
  });

  const fanIn = computed(() => sizeOf(tensors.value.before.shape.slice(1)));

  const filters = computed(() => {
    const { params, result } = state.answered.value;
    return filterNumbers(params, result);
  });

  const gamma = computed(() => gammaOf(state.answered.value.result));

  /** Whether every weight has a cell of its own that can be typed into. */
  const isRoomy = computed(() => sizeOf(tensors.value.before.shape) <= MOST_CELLS);

  /** The weight that the figure speaks of: pointed at, or else chosen. */
  const current = computed((): MapIndex => {
    const { before } = tensors.value;
    const { cell } = state.params.value;
    return clampIndex(before, pointed.value ?? indexIn(before.shape, cell % sizeOf(before.shape)));
  });

  const filter = computed(() => current.value[0]);

  const numbers = computed(() => filters.value[filter.value]);

  /** The current weight, before and after. */
  const values = computed(() => ({
    before: valueAt(tensors.value.before, current.value),
    after: valueAt(tensors.value.after, current.value),
  }));

  /**
   * How far a mean or the farthest weight from it may be moved along the axis of the weights, which
   * reaches twice as far. It does not hang on where a mean is, so that the axis stays while one is dragged.
   */
  const span = computed(() => {
    const { before, after } = tensors.value;
    const ends = filters.value.map(({ mean }, f) =>
      Math.max(Math.abs(mean), farthest(weightsOf(before, f), mean)),
    );
    return roundUp(Math.max(0.1, maxAbs(after.data) / 2, ...ends));
  });

  /** How far the axis of the outputs reaches to either side. */
  const reach = computed(() => {
    const ends = filters.value.flatMap(({ before, after }) =>
      [before, after].map(({ mean, variance }) => Math.abs(mean) + Math.sqrt(variance)),
    );
    return roundUp(Math.max(1, ...ends));
  });

  /** Mean and deviation of a filter as it is being edited; of one that is about to go, as it was. */
  function momentsOf(which: number) {
    const { weight } = state.params.value;
    const weights = weightsOf(which < weight.shape[0] ? weight : tensors.value.before, which);
    const mean = weights.reduce((sum, each) => sum + each, 0) / weights.length;
    const squares = weights.reduce((sum, each) => sum + (each - mean) ** 2, 0);
    const deviation = Math.sqrt(squares / weights.length);
    return { mean, deviation, farthest: farthest(weights, mean), isFlat: isFlat(mean, deviation) };
  }

  /** The gain of a filter as it is being edited. */
  const gainOf = (which: number): number =>
    forChannels(state.params.value.gain, which + 1, 1).data[which];

  function choose(index: MapIndex): void {
    pointed.value = undefined;
    state.show({ cell: offsetOf(tensors.value.before, index) });
  }

  /** Edits, and makes the filter that is edited the one that the figure speaks of. */
  function hold(which: number, patch: Partial<Params>, gesture?: string): void {
    state.show({ cell: offsetOf(tensors.value.before, [which, ...current.value.slice(1)]) });
    state.edit(patch, gesture);
  }

  function setCell([n, c]: readonly number[], at: Cell, value: number, gesture?: string): void {
    const { weight } = state.params.value;
    const cell = offsetOf(weight, clampIndex(weight, [n, c, at.row, at.column]));
    state.show({ cell });
    state.edit({ weight: withValue(weight, cell, value) }, gesture);
  }

  /** Puts a matrix in place of one map of a filter; of another size, it is fitted in. */
  function setMap([n, c]: readonly number[], cells: NdArray): void {
    const { weight } = state.params.value;
    const [filters, channels, rows, columns] = weight.shape;
    if (n >= filters || c >= channels) return;
    state.edit({ weight: withMap(weight, n, c, resample(cells, rows, columns)) });
  }

  /** Moves all weights of a filter by one number, or spreads them about their mean, as far as they may go. */
  function setMoments(
    which: number,
    wanted: { readonly mean?: number; readonly deviation?: number },
    gesture?: string,
  ): void {
    const { weight } = state.params.value;
    if (which >= weight.shape[0]) return;
    const old = momentsOf(which);
    const { mean = old.mean, deviation = old.deviation } = wanted;
    const factor = old.isFlat ? 1 : deviation / old.deviation;
    const data = weight.data.slice();
    data.set(
      weightsOf(weight, which).map((each) =>
        Math.min(Math.max(mean + factor * (each - old.mean), -MOST), MOST),
      ),
      mapStart(weight, which, 0),
    );
    hold(which, { weight: { shape: weight.shape, data } }, gesture);
  }

  function setGain(which: number, value: number): void {
    const { weight, gain } = state.params.value;
    if (which >= weight.shape[0]) return;
    hold(which, { gain: withValue(forChannels(gain, weight.shape[0], 1), which, value) });
  }

  /** Other sizes along some axes. */
  function setSize(axes: readonly number[], size: number): void {
    const { weight } = state.params.value;
    const shape = weight.shape.map((old, axis) => (axes.includes(axis) ? size : old));
    state.edit({ weight: resizedWeights(weight, shape) });
  }

  return {
    state,
    pointed,
    tensors,
    fanIn,
    filters,
    gamma,
    isRoomy,
    current,
    filter,
    numbers,
    values,
    span,
    reach,
    momentsOf,
    gainOf,
    choose,
    setCell,
    setMap,
    setMoments,
    setGain,
    setSize,
  };
}

/** How far the farthest weight is from a mean. */
const farthest = (weights: Float32Array, mean: number): number =>
  weights.reduce((most, each) => Math.max(most, Math.abs(each - mean)), 0);
