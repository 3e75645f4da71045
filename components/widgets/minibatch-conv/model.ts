import { computed, signal } from '@preact/signals-core';
import type { WidgetState } from '#kit/widget-state.ts';
import { clampIndex, mapStart, offsetOf, valueAt, withCount, type MapIndex } from '#nd/maps.ts';
import { matrix, withValue, type NdArray } from '#nd/nd-array.ts';
import { recentre, resample } from '#nd/resample.ts';
import { images } from '#nd/sample-images.ts';
import { kernels } from '#nd/sample-kernels.ts';
import type { Result } from './compute.ts';
import type { Params } from './params.ts';

/** What the scene is made of, from left to right. */
export const stages = ['images', 'weight', 'output', 'second'] as const;

export type Stage = (typeof stages)[number];

/** An element of one of the tensors: image or filter, channel, row, column. */
export type Element = {
  readonly stage: Stage;
  readonly index: MapIndex;
};

export type Cell = { readonly row: number; readonly column: number };

export type Model = ReturnType<typeof createModel>;

export function createModel(state: WidgetState<Params, Result>) {
  const pointed = signal<Element | undefined>(undefined);
  /** Row and column that the figure speaks of when nothing is pointed at. */
  const place = signal<readonly [number, number]>([0, 0]);

  const tensors = computed((): Readonly<Record<Stage, NdArray>> => {
    const { params, result } = state.answered.value;
    return { images: params.images, weight: params.weight, ...result };
  });

  /** Threads drawn: maps that the timeline has come to, image by image and in each filter by filter. */
  const threads = computed(() => {
    const [images, filters] = tensors.value.output.shape;
    return Math.min(state.params.value.step + 1, images * filters);
  });

  /** The image and the filter that the figure speaks of. */
  const pair = computed((): { readonly image: number; readonly filter: number } => {
    const [images, filters] = tensors.value.output.shape;
    const { map } = state.params.value;
    const chosen = map >= 0 && map < images * filters ? map : threads.value - 1;
    const { stage, index } = pointed.value ?? { stage: 'second', index: [] };
    const image = stage === 'images' || stage === 'output' ? index[0] : undefined;
    const filter = stage === 'weight' ? index[0] : stage === 'output' ? index[1] : undefined;
    return {
      image: image ?? Math.floor(chosen / filters),
      filter: filter ?? chosen % filters,
    };
  });

  /** The element that the figure speaks of: the one pointed at, or else one of the chosen map. */
  const current = computed((): Element => {
    const { image, filter } = pair.value;
    const [row, column] = place.value;
    return clamped(pointed.value ?? { stage: 'output', index: [image, filter, row, column] });
  });

  const value = computed(() => valueAt(tensors.value[current.value.stage], current.value.index));

  function clamped({ stage, index }: Element): Element {
    return { stage, index: clampIndex(tensors.value[stage], index) };
  }

  /** Makes the image and the filter of an element those that the figure speaks of. */
  function choose({ stage, index }: Element): void {
    const [, filters] = tensors.value.output.shape;
    const { image, filter } = pair.value;
    if (stage === 'output') {
      place.value = [index[2], index[3]];
      state.show({ map: index[0] * filters + index[1] });
    } else if (stage === 'images') {
      state.show({ map: index[0] * filters + filter });
    } else if (stage === 'weight') {
      state.show({ map: image * filters + index[0] });
    }
  }

  /** What happened to the outputs when one image was changed. */
  const change = computed(() => {
    const { params, result } = state.answered.value;
    const moved = Array.from(result.moved.data);
    if (moved.length === 0) return undefined;
    const others = moved.filter((_, index) => index !== params.changed);
    return { image: params.changed, own: moved[params.changed], others: Math.max(0, ...others) };
  });

  function setPixel(channel: number, { row, column }: Cell, value: number, gesture?: string): void {
    const { images: batch } = state.params.value;
    const index = offsetOf(batch, [pair.value.image, channel, row, column]);
    hold();
    state.edit({ images: withValue(batch, index, value) }, gesture);
  }

  function setWeight(slice: number, { row, column }: Cell, value: number, gesture?: string): void {
    const { weight } = state.params.value;
    const index = offsetOf(weight, [pair.value.filter, slice, row, column]);
    hold();
    state.edit({ weight: withValue(weight, index, value) }, gesture);
  }

  /** Puts a matrix in place of a slice; of another size, it is fitted in. */
  function setSlice(name: 'images' | 'weight', slice: number, cells: NdArray): void {
    const array = state.params.value[name];
    const [rows, columns] = array.shape.slice(2);
    const fitted = (name === 'images' ? resample : recentre)(cells, rows, columns);
    const data = array.data.slice();
    const n = name === 'images' ? pair.value.image : pair.value.filter;
    data.set(fitted.data, mapStart(array, n, slice));
    hold();
    state.edit({ [name]: { shape: array.shape, data } });
  }

  /** Keeps the pair in sight while it is edited. */
  function hold(): void {
    const { image, filter } = pair.value;
    state.show({ map: image * tensors.value.output.shape[1] + filter });
  }

  /** More images are drawn from the samples; fewer leave the first ones. */
  function setImageCount(count: number): void {
    const { images: batch, changed } = state.params.value;
    state.edit({
      images: withCount(batch, count, (n) => sampleImage(n, batch.shape)),
      changed: changed < count ? changed : -1,
    });
  }

  function setFilterCount(count: number): void {
    const { weight } = state.params.value;
    state.edit({ weight: withCount(weight, count, (n) => sampleFilter(n, weight.shape)) });
  }

  return {
    state,
    pointed,
    tensors,
    threads,
    pair,
    current,
    value,
    change,
    choose,
    setPixel,
    setWeight,
    setSlice,
    setImageCount,
    setFilterCount,
  };
}

/** The n-th sample image in every channel. */
function sampleImage(n: number, [, channels, height, width]: readonly number[]): Float32Array {
  const draws = Object.values(images);
  const square = draws[n % draws.length](Math.max(height, width));
  const cells = resample(square, height, width).data;
  return Float32Array.from({ length: channels * cells.length }, (_, i) => cells[i % cells.length]);
}

/** The n-th sample kernel in every slice. */
function sampleFilter(n: number, [, channels, rows, columns]: readonly number[]): Float32Array {
  const all = Object.values(kernels);
  const cells = recentre(matrix(all[n % all.length]), rows, columns).data;
  return Float32Array.from({ length: channels * cells.length }, (_, i) => cells[i % cells.length]);
}
