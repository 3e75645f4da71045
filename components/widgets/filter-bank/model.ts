import { computed, signal } from '@preact/signals-core';
import type { WidgetState } from '#kit/widget-state.ts';
import { clampIndex, mapOf, offsetOf, valueAt, withMap, type MapIndex } from '#nd/maps.ts';
import { withValue, type NdArray } from '#nd/nd-array.ts';
import { recentre, resample } from '#nd/resample.ts';
import { biasesFor } from './biases.ts';
import type { Result } from './compute.ts';
import { countsOf } from './counts.ts';
import type { Params } from './params.ts';
import { withChannels, withSide } from './pictures.ts';
import { firstChannel, fitWeight, mostGroups, withKernelSide, type Layer } from './weights.ts';

/** What the scene is made of, from left to right. */
export const stages = ['image', 'weight', 'output'] as const;

export type Stage = (typeof stages)[number];

/** An element of one of the tensors; the image and the output are seen as [1, C, H, W]. */
export type Element = { readonly stage: Stage; readonly index: MapIndex };

export type Cell = { readonly row: number; readonly column: number };

export type Tensors = Readonly<Record<Stage, NdArray>>;

export type Model = ReturnType<typeof createModel>;

export function createModel(state: WidgetState<Params, Result>) {
  const pointed = signal<Element | undefined>(undefined);
  /** Row and column of the output that the reader has chosen. */
  const place = signal<readonly [number, number] | undefined>(undefined);
  /** The part of the figure that the pointer or the focus is in. */
  const touched = signal<string | undefined>(undefined);

  const tensors = computed((): Tensors => {
    const { params, result } = state.answered.value;
    return {
      image: asMaps(params.image),
      weight: params.weight,
      output: asMaps(result.output),
    };
  });

  const layer = computed((): Layer => layerOf(state.answered.value.params));

  const counts = computed(() => countsOf(state.answered.value.params));

  /** The filter that the figure speaks of: the one pointed at, or else the chosen one. */
  const filter = computed(() => {
    const { stage, index } = pointed.value ?? { stage: 'image', index: [] };
    const chosen = stage === 'weight' ? index[0] : stage === 'output' ? index[1] : undefined;
    return Math.min(chosen ?? state.params.value.filter, layer.value.filters - 1);
  });

  /** The channels that a filter sees, slice by slice. */
  function seenBy(which: number): readonly number[] {
    const first = firstChannel(which, layer.value);
    return Array.from({ length: tensors.value.weight.shape[1] }, (_, slice) => first + slice);
  }

  const seen = computed(() => seenBy(filter.value));

  /** The output cell whose sum is shown. */
  const cell = computed((): Cell => {
    const { output } = tensors.value;
    const [, , height, width] = output.shape;
    const inSight = place.value ?? [Math.floor(0.55 * height), Math.floor(0.35 * width)];
    const at = pointed.value?.stage === 'output' ? pointed.value.index.slice(2) : inSight;
    const [, , row, column] = clampIndex(output, [0, 0, at[0], at[1]]);
    return { row, column };
  });

  /** The element that the figure speaks of: the one pointed at, or else one of the chosen map. */
  const current = computed((): Element => {
    const { row, column } = cell.value;
    const { stage, index } = pointed.value ?? {
      stage: 'output',
      index: [0, filter.value, row, column],
    };
    return { stage, index: clampIndex(tensors.value[stage], index) };
  });

  const value = computed(() => valueAt(tensors.value[current.value.stage], current.value.index));

  /** What each slice adds to that cell; the bias comes after them. */
  const shares = computed((): readonly number[] => {
    const { image, weight } = tensors.value;
    const { padding } = state.answered.value.params;
    return seen.value.map((channel, slice) =>
      sumUnder(mapOf(image, 0, channel), mapOf(weight, filter.value, slice), {
        row: cell.value.row - padding,
        column: cell.value.column - padding,
      }),
    );
  });

  const bias = computed(() => {
    const { params } = state.answered.value;
    return biasesFor(params.weight.shape[0], params.bias).data[filter.value];
  });

  /** The sum with its bias, before the activation. */
  const sum = computed(() => shares.value.reduce((total, share) => total + share, bias.value));

  /** Makes the filter and the place of an element those that the figure speaks of. */
  function choose({ stage, index }: Element): void {
    if (stage === 'output') place.value = [index[2], index[3]];
    if (stage !== 'image') state.show({ filter: stage === 'output' ? index[1] : index[0] });
  }

  function setPixel(channel: number, { row, column }: Cell, to: number, gesture?: string): void {
    const { image } = state.params.value;
    const index = [channel, row, column];
    if (!isIn(image, index)) return;
    state.edit({ image: withValue(image, offsetOf(image, index), to) }, gesture);
  }

  function setWeight(slice: number, { row, column }: Cell, to: number, gesture?: string): void {
    const { weight } = state.params.value;
    const index = [filter.value, slice, row, column];
    if (isIn(weight, index))
      hold({ weight: withValue(weight, offsetOf(weight, index), to) }, gesture);
  }

  /** Puts a matrix in place of a channel; of another size, it is fitted in. */
  function setChannel(channel: number, cells: NdArray): void {
    const image = asMaps(state.params.value.image);
    if (!isIn(image, [0, channel])) return;
    const [, , height, width] = image.shape;
    const { data } = withMap(image, 0, channel, resample(cells, height, width));
    state.edit({ image: { shape: image.shape.slice(1), data } });
  }

  /** Puts a matrix in place of some slices of the filter; of another size, it is fitted in. */
  function setSlices(slices: readonly number[], cells: NdArray): void {
    const { weight } = state.params.value;
    const fitted = recentre(cells, weight.shape[2], weight.shape[3]);
    const there = slices.filter((slice) => isIn(weight, [filter.value, slice]));
    hold({
      weight: there.reduce((all, slice) => withMap(all, filter.value, slice, fitted), weight),
    });
  }

  function setBias(to: number): void {
    const { weight, bias: biases } = state.params.value;
    const all = biasesFor(Math.max(weight.shape[0], biases.shape[0]), biases);
    hold({ bias: withValue(all, filter.value, to) });
  }

  /** Edits, and keeps the filter in sight that is edited. */
  function hold(patch: Partial<Params>, gesture?: string): void {
    state.show({ filter: filter.value });
    state.edit(patch, gesture);
  }

  /** A picture, at whatever size. What it cannot be grouped into is given up. */
  function setPicture(image: NdArray, gesture?: string): void {
    const before = layerOf(state.params.value);
    const groups = mostGroups({ ...before, channels: image.shape[0] });
    refit({ image, groups }, gesture);
  }

  function setChannels(channels: number): void {
    refit({ image: withChannels(state.params.value.image, channels) });
  }

  function setSide(side: number): void {
    state.edit({ image: withSide(state.params.value.image, side) });
  }

  function setFilters(filters: number): void {
    refit({}, undefined, filters);
  }

  function setKernelSide(side: number): void {
    state.edit({ weight: withKernelSide(state.params.value.weight, side) });
  }

  function setGroups(groups: number): void {
    refit({ groups });
  }

  /** An edit that may leave other weights to be fitted. */
  function refit(patch: Partial<Params>, gesture?: string, filters?: number): void {
    const before = state.params.value;
    const layer = layerOf({ ...before, ...patch });
    const weight = fitWeight(before.weight, before.image.shape[0], {
      ...layer,
      filters: filters ?? layer.filters,
    });
    state.edit({ ...patch, weight }, gesture);
  }

  return {
    state,
    pointed,
    touched,
    tensors,
    layer,
    counts,
    filter,
    seenBy,
    seen,
    current,
    value,
    cell,
    shares,
    bias,
    sum,
    choose,
    setPixel,
    setWeight,
    setChannel,
    setSlices,
    setBias,
    setPicture,
    setChannels,
    setSide,
    setFilters,
    setKernelSide,
    setGroups,
  };
}

/** What is shown may be gone from params that were refused. */
const isIn = ({ shape }: NdArray, index: readonly number[]): boolean =>
  index.every((at, axis) => at < shape[axis]);

const asMaps = ({ shape, data }: NdArray): NdArray => ({ shape: [1, ...shape], data });

export function layerOf({ image, weight, groups }: Params): Layer {
  return { channels: image.shape[0], filters: weight.shape[0], groups };
}

/** Sum of the products of a slice and what lies under it; beyond the map there are zeros. */
function sumUnder(map: NdArray, slice: NdArray, corner: Cell): number {
  const [height, width] = map.shape;
  const [, columns] = slice.shape;
  return slice.data.reduce((sum, weight, index) => {
    const row = corner.row + Math.floor(index / columns);
    const column = corner.column + (index % columns);
    const inside = row >= 0 && row < height && column >= 0 && column < width;
    return inside ? sum + weight * map.data[row * width + column] : sum;
  }, 0);
}
