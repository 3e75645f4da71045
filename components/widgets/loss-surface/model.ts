import { computed, signal } from '@preact/signals-core';
import type { WidgetState } from '#kit/widget-state.ts';
import { ndArray, type NdArray } from '#nd/nd-array.ts';
import type { Result } from './compute.ts';
import { treatmentsOf, type Compared } from './data.ts';
import type { Params } from './params.ts';

export type Place = readonly [x: number, y: number];

/** A place of the grid, the uppermost row first. */
export type Spot = { readonly row: number; readonly column: number };

/** One of the networks that go downhill side by side, as far as it has come. */
export type Run = {
  readonly treatment: Compared;
  /** At each point of the path, NaN where it has not come to or is lost; so are the next four. */
  readonly losses: Float32Array;
  readonly shadow: Float32Array;
  readonly outside: Float32Array;
  readonly away: Float32Array;
  readonly places: readonly Place[];
  /** The last point of the path. */
  readonly last: number;
  /** The step at which it left for good; undefined if it has not. */
  readonly lostAt: number | undefined;
  /** [points, points] */
  readonly surface: NdArray;
  readonly middle: Place;
  /** Part of the path's variance that lies in the plane. */
  readonly share: number;
  /** How long the plane's directions are. */
  readonly unit: number;
  /** How many numbers the network has. */
  readonly numbers: number;
};

export type Model = ReturnType<typeof createModel>;

export function createModel(state: WidgetState<Params, Result>) {
  /** What the shown run was made with. */
  const params = computed(() => state.answered.value.params);
  const pointed = signal<Spot | undefined>(undefined);

  const runs = computed((): readonly Run[] => {
    const { result } = state.answered.value;
    return treatmentsOf(params.value.compare).map((treatment, index) =>
      runOf(treatment, index, result, params.value),
    );
  });

  /** The place that the figure speaks of: the one pointed at, or else the chosen one. */
  const spot = computed((): Spot => {
    const { points } = params.value;
    const { cell } = state.params.value;
    const at = cell < points ** 2 ? cell : Math.floor(points ** 2 / 2);
    return pointed.value ?? { row: Math.floor(at / points), column: at % points };
  });

  return {
    state,
    params,
    runs,
    pointed,
    spot,
    /** The step of the descent that the figure is at. */
    step: computed(() => Math.min(state.params.value.step, params.value.steps)),
    choose({ row, column }: Spot): void {
      const { points } = params.value;
      const within = (place: number): number => Math.min(Math.max(place, 0), points - 1);
      pointed.value = undefined;
      state.show({ cell: within(row) * points + within(column) });
    },
    showStep(step: number): void {
      state.show({ step: Math.min(Math.max(Math.round(step), 0), params.value.steps) });
    },
  };
}

function runOf(treatment: Compared, index: number, result: Result, { steps, points }: Params): Run {
  const along = ({ data }: NdArray, size = 1): Float32Array =>
    data.subarray(index * (steps + 1) * size, (index + 1) * (steps + 1) * size);
  const path = along(result.path, 2);
  const losses = along(result.losses);
  const last = Math.max(losses.findLastIndex(Number.isFinite), 0);
  const hasArrived = Number.isFinite(result.unit.data[index]);
  return {
    treatment,
    losses,
    shadow: along(result.shadow),
    outside: along(result.outside),
    away: along(result.away),
    places: Array.from(losses, (_, step): Place => [path[2 * step], path[2 * step + 1]]),
    last,
    lostAt: hasArrived && last < steps ? last + 1 : undefined,
    surface: ndArray(
      [points, points],
      result.surface.data.subarray(index * points ** 2, (index + 1) * points ** 2),
    ),
    middle: [result.middle.data[2 * index], result.middle.data[2 * index + 1]],
    share: result.share.data[index],
    unit: result.unit.data[index],
    numbers: result.numbers.data[index],
  };
}

/** Where a place of the grid lies in the plane. */
export function placeOf({ middle: [x, y] }: Run, { row, column }: Spot, params: Params): Place {
  const { range, points } = params;
  const along = (at: number): number => range * ((2 * at) / (points - 1) - 1);
  return [x + along(column), y - along(row)];
}

export const lossAt = ({ surface }: Run, { row, column }: Spot): number =>
  surface.data[row * surface.shape[1] + column];

/** The losses of the grid that have come. */
const comeOf = ({ surface: { data } }: Run): Float32Array =>
  data.filter((loss) => !Number.isNaN(loss));

/** Part of the grid that lies above a loss, of what has come of it; NaN if nothing has. */
export function partBeyond(run: Run, loss: number): number {
  const come = comeOf(run);
  return come.filter((value) => value > loss).length / come.length;
}

/**
 * Part of its variance that a walk without any aim has along its two principal directions, if it takes
 * so many steps among endlessly many directions.
 */
export function aimlessShare(steps: number): number {
  // The eigenvalues of what such a walk's points have in common.
  const along = Array.from(
    { length: steps },
    (_, index) => 1 / (2 - 2 * Math.cos((Math.PI * (index + 1)) / (steps + 1))),
  );
  const [first = 0, second = 0] = along;
  return (first + second) / along.reduce((sum, each) => sum + each, 0);
}

/** The highest loss of the grid that has come; NaN if none has. */
export function highestLoss(run: Run): number {
  const come = comeOf(run);
  return come.length > 0 ? Math.max(...come) : NaN;
}
