import { computed } from '@preact/signals-core';
import type { WidgetState } from '#kit/widget-state.ts';
import type { Result } from './compute.ts';
import type { Params } from './params.ts';
import { batchSizesOf, kinds, ratesOf, stepsPerEpoch, type Kind } from './sweep.ts';

export const measures = ['loss', 'accuracy'] as const;

export type Measure = (typeof measures)[number];

/** One network with one batch size and one rate: the median of all seeds that have come. */
export type Cell = {
  /** NaN where nothing has come, or most are lost. */
  readonly loss: number;
  readonly accuracy: number;
  /** Seeds that have come to an end, and those among them that are lost. */
  readonly come: number;
  readonly lost: number;
  /** Where the first seed was lost, counted from 1; 0 if it was not. */
  readonly lostAt: number;
  /** Mean loss of each epoch's batches, of the first seed that is not lost. */
  readonly course: Float32Array;
};

/** All runs of one network. */
export type Side = {
  readonly kind: Kind;
  /** [batch sizes][rates] */
  readonly cells: readonly (readonly Cell[])[];
  /** The place of the best rate of each batch size; undefined where nothing has come. */
  readonly best: Readonly<Record<Measure, readonly (number | undefined)[]>>;
};

export type Place = { readonly row: number; readonly column: number };

export type Model = ReturnType<typeof createModel>;

export function createModel(state: WidgetState<Params, Result>) {
  /** What the shown run was made with. */
  const params = computed(() => state.answered.value.params);
  const sizes = computed(() => batchSizesOf(params.value));
  const rates = computed(() => ratesOf(params.value));

  const sides = computed((): readonly Side[] => {
    const { result } = state.answered.value;
    return kinds.map((kind, which) => {
      const cells = sizes.value.map((_, row) =>
        rates.value.map((_, column) => cellOf(result, [which, row, column])),
      );
      return { kind, cells, best: bestOf(cells) };
    });
  });

  const place = computed((): Place => {
    const { row, column } = state.params.value;
    return {
      row: Math.min(row, sizes.value.length) - 1,
      column: Math.min(column, rates.value.length) - 1,
    };
  });

  return {
    state,
    params,
    sizes,
    rates,
    sides,
    measure: computed(() => state.params.value.measure),
    along: computed(() => state.params.value.along),
    /** The network of the run that is pointed out, and its place among batch sizes and rates. */
    kind: computed(() => state.params.value.network),
    place,
    size: computed(() => sizes.value[place.value.row]),
    rate: computed(() => rates.value[place.value.column]),
    stepsPerEpoch: (row: number): number => stepsPerEpoch(params.value.examples, sizes.value[row]),
    showMeasure: (measure: Measure): void => state.show({ measure }),
    showAlong: (along: Params['along']): void => state.show({ along }),
    pointOut(network: Kind, { row, column }: Place): void {
      state.show({ network, row: row + 1, column: column + 1 });
    },
  };
}

/** What has come of one place of a map, over all seeds. */
function cellOf(result: Result, [which, row, column]: readonly number[]): Cell {
  const [repeats, networks, rows, columns] = result.losses.shape;
  const epochs = result.courses.shape[4];
  const runs = Array.from({ length: repeats }, (_, repeat) => {
    const at = ((repeat * networks + which) * rows + row) * columns + column;
    return {
      loss: result.losses.data[at],
      accuracy: result.accuracies.data[at],
      lostAt: result.lost.data[at],
      course: result.courses.data.subarray(at * epochs, (at + 1) * epochs),
    };
  });
  const come = runs.filter(({ loss, lostAt }) => Number.isFinite(loss) || lostAt > 0);
  const kept = come.filter(({ lostAt }) => lostAt === 0);
  return {
    // What is lost counts as worse than all others.
    loss: medianOf(come.map(({ loss, lostAt }) => (lostAt > 0 ? Infinity : loss))),
    accuracy: medianOf(come.map(({ accuracy, lostAt }) => (lostAt > 0 ? -Infinity : accuracy))),
    come: come.length,
    lost: come.length - kept.length,
    lostAt: runs[0].lostAt,
    course: (kept[0] ?? runs[0]).course,
  };
}

/** The middle of these, NaN if it is not finite. */
function medianOf(values: readonly number[]): number {
  const inOrder = [...values].sort((a, b) => a - b);
  const half = (inOrder.length - 1) / 2;
  const middle = (inOrder[Math.floor(half)] + inOrder[Math.ceil(half)]) / 2;
  return Number.isFinite(middle) ? middle : NaN;
}

function bestOf(cells: Side['cells']): Side['best'] {
  const placeOf = (measured: readonly number[]): number | undefined => {
    const known = measured.filter(Number.isFinite);
    return known.length === 0 ? undefined : measured.indexOf(Math.max(...known));
  };
  return {
    loss: cells.map((row) => placeOf(row.map(({ loss }) => -loss))),
    accuracy: cells.map((row) => placeOf(row.map(({ accuracy }) => accuracy))),
  };
}

/** The best cell of each batch size that has one. */
export const bestCells = ({ cells, best }: Side, measure: Measure): readonly (Cell | undefined)[] =>
  best[measure].map((column, row) => (column === undefined ? undefined : cells[row][column]));
