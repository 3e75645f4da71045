import { computed, signal } from '@preact/signals-core';
import type { WidgetState } from '#kit/widget-state.ts';
import { maxAbs, ndArray, type NdArray } from '#nd/nd-array.ts';
import { resample } from '#nd/resample.ts';
import type { Result } from './compute.ts';
import { curveOf } from './curves.ts';
import {
  orderOf,
  placesOf,
  sides,
  type Order,
  type Place,
  type Quantity,
  type Side,
} from './data.ts';
import { lookedAt, ownFilter, placeOf } from './looked.ts';
import { params as schema, type Params } from './params.ts';
import { expectedCurve, type Expected } from './theory.ts';

/** One of the two networks. */
export type Network = {
  readonly side: Side;
  readonly order: Order;
  readonly places: readonly Place[];
  /** Of the input, then after every place of every layer: mean over deviation of each channel. */
  readonly shifts: readonly Float32Array[];
  readonly curves: Readonly<Record<Quantity, Float32Array>>;
  /** Of the input and after every layer, where theory knows it. */
  readonly expected: readonly Expected[] | undefined;
};

/** The channel that is looked at, at one place: as the layer gets it where there is no place. */
export type Lane = {
  readonly place: Place | undefined;
  readonly values: Float32Array;
  readonly mean: number;
};

export type Model = ReturnType<typeof createModel>;

export function createModel(state: WidgetState<Params, Result>) {
  const params = computed(() => state.answered.value.params);

  /** The input that is pointed at, in any of the grids. */
  const pointed = signal<number | undefined>(undefined);

  const networks = computed((): readonly Network[] => {
    const { params: answered, result } = state.answered.value;
    return sides.map((side) => {
      const order = orderOf(answered, side);
      return {
        side,
        order,
        places: placesOf[order],
        shifts: rowsOf(result[side]),
        curves: {
          squaredMean: curveOf(result, side, 'squaredMean'),
          variance: curveOf(result, side, 'variance'),
          likeness: curveOf(result, side, 'likeness'),
        },
        expected: expectedCurve(order, answered, result.moments.data, result.law.data),
      };
    });
  });

  /** How far the channels of each network reach to either side of 0. */
  const reaches = computed(() =>
    networks.value.map(({ shifts }) => {
      const most = Math.max(...shifts.map((row) => maxAbs(row.filter(Number.isFinite))));
      return Math.max(1.1 * most, 0.3);
    }),
  );

  const looked = computed(() => {
    const { params: answered, result } = state.answered.value;
    const { weights, means } = result;
    const order = orderOf(answered, answered.side);
    const products = weights.data.map((weight, input) => weight * means.data[input]);
    const places: readonly (Place | undefined)[] = [undefined, ...placesOf[order]];
    const lanes = rowsOf(result.values).map((values, row): Lane => {
      return { place: places[row], values, mean: sumOf(values) / values.length };
    });
    const before = answered.path === 'residual' ? lanes[0].mean : undefined;
    return {
      ...lookedAt(answered),
      side: answered.side,
      order,
      lanes,
      weights: weights.data,
      means: means.data,
      products,
      /** Σ w μ, and the same over the batch: what the weights give has that mean. */
      sum: exactSum(weights.data, means.data),
      measured: (lanes.at(-1)?.mean ?? NaN) - (before ?? 0),
      /** Mean of what is added to in a residual network. */
      before,
      sumOfWeights: sumOf(weights.data),
      meanOfInputs: sumOf(means.data) / means.data.length,
      isOwn: isOwn(answered),
    };
  });

  /** The filter that is looked at, as it is being edited. */
  function weights(): Float32Array {
    const own = isOwn(state.params.value) && ownFilter(state.params.value);
    return own ? own.weights : state.answered.value.result.weights.data;
  }

  function setWeights(data: Float32Array, gesture?: string): void {
    const { layer, channel } = looked.value;
    const side = Math.sqrt(data.length);
    const { min, max } = schema.filter;
    const filter = ndArray(
      [side, side],
      data.map((value) => Math.min(Math.max(value, min), max)),
    );
    state.edit({ filter, place: placeOf(layer, channel) }, gesture);
  }

  return {
    state,
    params,
    networks,
    reaches,
    looked,
    pointed,
    look(side: Side, layer: number, channel: number): void {
      const { value } = state.params;
      if (value.side === side && value.layer === layer && value.channel === channel) return;
      state.edit({ side, layer, channel }, 'look');
    },
    setWeight(cell: number, value: number, gesture?: string): void {
      const data = weights().slice();
      data[cell] = value;
      setWeights(data, gesture);
    },
    /** Puts another matrix in place of the filter; of another size, it is fitted in. */
    setFilter(matrix: NdArray): void {
      const side = Math.sqrt(weights().length);
      setWeights(resample(matrix, side, side).data);
    },
    /** Moves all weights by one number, so that they add up to another sum. */
    setSum(sum: number): void {
      const data = weights();
      const by = (sum - sumOf(data)) / data.length;
      setWeights(data.map((weight) => weight + by));
    },
  };
}

/** Whether the filter that is looked at is the reader's own. */
function isOwn(params: Params): boolean {
  const own = ownFilter(params);
  const { layer, channel } = lookedAt(params);
  return own?.layer === layer && own.channel === channel;
}

function rowsOf({ shape: [rows, columns], data }: NdArray): readonly Float32Array[] {
  return Array.from({ length: rows }, (_, row) =>
    data.subarray(row * columns, (row + 1) * columns),
  );
}

const sumOf = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0);

const exactSum = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, index) => sum + value * b[index], 0);
