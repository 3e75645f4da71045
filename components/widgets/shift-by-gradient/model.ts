import { computed, signal } from '@preact/signals-core';
import type { WidgetState } from '#kit/widget-state.ts';
import { treatmentsOf } from '#lab/comparisons.ts';
import type { Treatment } from '#lab/glyph-network.ts';
import { lostAt } from '#lab/outcome.ts';
import type { NdArray } from '#nd/nd-array.ts';
import type { Result } from './compute.ts';
import { looksOf, stepsBetween } from './data.ts';
import { median, relative } from './measures.ts';
import type { Params } from './params.ts';

export const quantities = [
  'lengths',
  'shiftedLengths',
  'distances',
  'relative',
  'cosines',
] as const;

/** What is known of a layer's gradient at a measured step: ‖G‖, ‖G′‖, ‖G − G′‖, that for each ‖G‖, cos(G, G′). */
export type Quantity = (typeof quantities)[number];

/** A layer at a measured step, as it lies in the picture: the second layer is row 0. */
export type Place = { readonly row: number; readonly column: number };

/** One of the networks that learn side by side, as far as it has come. */
export type Run = {
  readonly treatment: Treatment;
  /** One a step, NaN where it has not come or is lost. */
  readonly losses: Float32Array;
  /** At the step where it left for good; undefined if it has not. */
  readonly lostAt: number | undefined;
  /** How many of its measured steps there are. */
  readonly come: number;
  /** Each of every layer but the first, at every measured step: [layers, looks]. */
  readonly shift: Readonly<Record<Quantity, NdArray>>;
  /** Medians over all layers and measured steps. */
  readonly typical: Readonly<Record<Quantity, number>>;
};

export type Model = ReturnType<typeof createModel>;

export function createModel(state: WidgetState<Params, Result>) {
  /** What the shown run was made with. */
  const params = computed(() => state.answered.value.params);
  const looks = computed(() => looksOf(params.value.steps));
  /** Counted from the lowest, which is 1; the last gives the classes. */
  const layer = computed(() => Math.min(state.params.value.layer, params.value.depth + 1));
  const look = computed(() => Math.min(state.params.value.look, looks.value - 1));
  const stepOf = (at: number): number => at * stepsBetween(params.value.steps);
  const pointed = signal<Place | undefined>(undefined);

  const runs = computed((): readonly Run[] => {
    const { result } = state.answered.value;
    const { steps, compare } = params.value;
    return treatmentsOf(compare).map((treatment, run) => {
      const losses = result.losses.data.subarray(run * steps, (run + 1) * steps);
      const shift = shiftOf(result, run);
      return {
        treatment,
        losses,
        lostAt: lostAt(losses),
        come: rowsOf(shift.lengths)[0].findLastIndex(Number.isFinite) + 1,
        shift,
        typical: mapped(shift, median),
      };
    });
  });

  return {
    state,
    params,
    looks,
    layer,
    look,
    runs,
    /** What the pointer is at, if it is at anything. */
    pointed,
    /** What is chosen. */
    chosen: computed((): Place => ({ row: layer.value - 2, column: look.value })),
    /** What numbers are given of: what is pointed at, else what is chosen. */
    shown: computed((): Place => {
      const at = pointed.value ?? { row: layer.value - 2, column: look.value };
      return {
        row: Math.min(at.row, params.value.depth - 1),
        column: Math.min(at.column, looks.value - 1),
      };
    }),
    /** In how many layers the second run shifts more than the first, by the median over measured steps. */
    more: computed(() => {
      const [first, second] = runs.value;
      const layersWhere = (quantity: Quantity, isMore: (a: number, b: number) => boolean): number =>
        rowsOf(first.shift[quantity]).filter((row, at) =>
          isMore(median(row), median(rowsOf(second.shift[quantity])[at])),
        ).length;
      return {
        cosines: layersWhere('cosines', (a, b) => b < a),
        distances: layersWhere('distances', (a, b) => b > a),
        relative: layersWhere('relative', (a, b) => b > a),
      };
    }),
    stepOf,
    choose({ row, column }: Place): void {
      state.show({ layer: row + 2, look: column });
    },
    showStep(step: number): void {
      const at = Math.round(step / stepsBetween(params.value.steps));
      state.show({ look: Math.min(Math.max(at, 0), looks.value - 1) });
    },
  };
}

function shiftOf(result: Result, run: number): Run['shift'] {
  const of = ({ shape: [, layers, looks], data }: NdArray): NdArray => ({
    shape: [layers, looks],
    data: data.subarray(run * layers * looks, (run + 1) * layers * looks),
  });
  const [lengths, distances] = [of(result.lengths), of(result.distances)];
  return {
    lengths,
    shiftedLengths: of(result.shiftedLengths),
    distances,
    relative: { shape: lengths.shape, data: relative(distances.data, lengths.data) },
    cosines: of(result.cosines),
  };
}

function mapped(
  shift: Run['shift'],
  measure: (values: Float32Array) => number,
): Readonly<Record<Quantity, number>> {
  const entries = quantities.map((quantity) => [quantity, measure(shift[quantity].data)]);
  return Object.fromEntries(entries) as Record<Quantity, number>;
}

/** The rows of a matrix. */
export const rowsOf = ({ shape: [rows, columns], data }: NdArray): readonly Float32Array[] =>
  Array.from({ length: rows }, (_, row) => data.subarray(row * columns, (row + 1) * columns));

/** A number of a run's picture. */
export const at = ({ shape: [, columns], data }: NdArray, { row, column }: Place): number =>
  data[row * columns + column];
