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
import { extent, ndArray, sizeOf, withValue, type NdArray } from '#nd/nd-array.ts';
import { resample } from '#nd/resample.ts';
import { forChannels, resized } from '#nd/sample-tensor.ts';
import type { Result } from './compute.ts';
import type { Params } from './params.ts';
import { channelState, LINES, linesOf, placeOf, type ChannelState } from './walk.ts';

export type Cell = { readonly row: number; readonly column: number };

export type Affine = 'gamma' | 'beta';

/** What a channel has that γ or β does not name. */
const missing = { gamma: 1, beta: 0 } as const;

export type Model = ReturnType<typeof createModel>;

export function createModel(state: WidgetState<Params, Result>) {
  const pointed = signal<MapIndex | undefined>(undefined);

  const tensors = computed(() => {
    const { params, result } = state.answered.value;
    return { x: params.x, normalized: result.normalized, y: result.y };
  });

  const channels = computed(() => tensors.value.x.shape[1]);

  const step = computed(() => Math.min(state.params.value.step, LINES * channels.value));

  const stateOf = (channel: number): ChannelState => channelState(step.value, channel);

  /** The tensor as it stands after this step: of every channel what it is by now. */
  const shown = computed((): NdArray => {
    const { x, normalized, y } = tensors.value;
    const data = x.data.slice();
    const size = x.shape[2] * x.shape[3];
    const now = { before: x, range: x, normalized, after: y };
    for (let n = 0; n < x.shape[0]; n++) {
      for (let c = 0; c < channels.value; c++) {
        const start = mapStart(x, n, c);
        data.set(now[stateOf(c)].data.subarray(start, start + size), start);
      }
    }
    return { shape: x.shape, data };
  });

  /** Least and most of what is not normalized yet, and of what is. */
  const extents = computed(() => {
    const { x, normalized, y } = tensors.value;
    return { before: extent(x.data), after: extent([...normalized.data, ...y.data]) };
  });

  /** The element that the figure speaks of: pointed at, chosen, or else of the channel of this step. */
  const current = computed(
    (): MapIndex =>
      pointed.value ??
      chosen(state.params.value.cell) ??
      clampIndex(tensors.value.x, [0, placeOf(step.value).channel, 0, 0]),
  );

  /** How far the channel that the figure speaks of has come: 0 to 4 lines. */
  const lines = computed(() => linesOf(step.value, current.value[1]));

  /** All numbers that the current element's own comes from. */
  const numbers = computed(() => {
    const { mean, variance } = state.answered.value.result;
    const { x, normalized, y } = tensors.value;
    const index = current.value;
    const [, c] = index;
    return {
      x: valueAt(x, index),
      normalized: valueAt(normalized, index),
      y: valueAt(y, index),
      mean: mean.data[c],
      variance: variance.data[c],
      gamma: affine.value.gamma.data[c],
      beta: affine.value.beta.data[c],
    };
  });

  const affine = computed(() => affineOf(state.answered.value.params));

  /** All values of the current channel, image by image. */
  const population = computed(() => {
    const { x } = tensors.value;
    const [images, , height, width] = x.shape;
    const maps = Array.from({ length: images }, (_, n) => mapStart(x, n, current.value[1]));
    return maps.flatMap((start) => [...x.data.subarray(start, start + height * width)]);
  });

  function chosen(cell: number): MapIndex | undefined {
    const { shape } = tensors.value.x;
    return cell < 0 ? undefined : indexIn(shape, cell % sizeOf(shape));
  }

  function choose(index: MapIndex): void {
    pointed.value = undefined;
    state.show({ cell: offsetOf(tensors.value.x, index) });
  }

  function setCell({ row, column }: Cell, value: number, gesture?: string): void {
    const { x } = state.params.value;
    const [n, c] = current.value;
    const at = offsetOf(x, clampIndex(x, [n, c, row, column]));
    state.show({ cell: at });
    state.edit({ x: withValue(x, at, value) }, gesture);
  }

  /** Puts a matrix in place of the current map; of another size, it is fitted in. */
  function setMap(cells: NdArray): void {
    const { x } = state.params.value;
    const [n, c] = clampIndex(x, current.value);
    state.edit({ x: withMap(x, n, c, resample(cells, x.shape[2], x.shape[3])) });
  }

  /** Another size along one axis. */
  function setSize(axis: number, size: number): void {
    const { x } = state.params.value;
    state.edit({
      x: resized(
        x,
        x.shape.map((old, which) => (which === axis ? size : old)),
      ),
    });
  }

  function setAffine(name: Affine, { column }: Cell, value: number, gesture?: string): void {
    state.edit({ [name]: withValue(affineOf(state.params.value)[name], column, value) }, gesture);
  }

  function replaceAffine(name: Affine, { data }: NdArray): void {
    const [, count] = state.params.value.x.shape;
    state.edit({ [name]: forChannels(ndArray([data.length], data), count, missing[name]) });
  }

  return {
    state,
    pointed,
    tensors,
    channels,
    step,
    stateOf,
    shown,
    extents,
    current,
    lines,
    numbers,
    affine,
    population,
    choose,
    setCell,
    setMap,
    setSize,
    setAffine,
    replaceAffine,
  };
}

function affineOf({ x, gamma, beta }: Params): Readonly<Record<Affine, NdArray>> {
  const [, channels] = x.shape;
  return {
    gamma: forChannels(gamma, channels, missing.gamma),
    beta: forChannels(beta, channels, missing.beta),
  };
}
