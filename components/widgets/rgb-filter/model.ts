import { computed, signal } from '@preact/signals-core';
import { outputSize } from '#nd/conv-geometry.ts';
import { maxAbs, withValue, type NdArray } from '#nd/nd-array.ts';
import { recentre, resample } from '#nd/resample.ts';
import type { WidgetState } from '#kit/widget-state.ts';
import type { Result } from './compute.ts';
import { channels, type Params } from './params.ts';
import { mapSlices, sliceOf, withSlice } from './slices.ts';
import { axesOf, reachedBy, tapsOf, windowAround, type Cell } from './window.ts';

/** Something of one channel, counted from 0. */
type InChannel<T> = T & { readonly channel: number };

export type Model = ReturnType<typeof createModel>;

export function createModel(state: WidgetState<Params, Result>) {
  /** Cell of a map that is pointed at. */
  const pointed = signal<Cell | undefined>(undefined);
  const pointedPixel = signal<InChannel<Cell> | undefined>(undefined);
  const pointedWeight = signal<InChannel<{ readonly tap: number }> | undefined>(undefined);
  /** What a stroke over a channel paints. */
  const brush = signal(0.9);

  const axes = computed(() => axesOf(state.answered.value.params));
  const outputShape = computed(
    () => [outputSize(axes.value[0]), outputSize(axes.value[1])] as const,
  );

  /** The output cell whose window is shown. */
  const current = computed((): Cell => {
    const [rows, columns] = outputShape.value;
    const chosen = pointed.value;
    if (chosen && chosen.row < rows && chosen.column < columns) return chosen;
    const index = Math.min(state.params.value.cell, rows * columns - 1);
    return { row: Math.floor(index / columns), column: index % columns };
  });

  /** What lies under the window, channel by channel. */
  const taps = computed(() => {
    const { params } = state.answered.value;
    return channels.map((_, channel) => tapsOf(params, axes.value, current.value, channel));
  });

  /** What each channel adds to the current cell, as the tensors have it. */
  const addends = computed(() => {
    const { partial } = state.answered.value.result;
    return channels.map((_, channel) => at(sliceOf(partial, channel), current.value));
  });

  const sum = computed(() => at(state.answered.value.result.output, current.value));

  /** Largest difference between the output and the partial maps added up with the bias. */
  const difference = computed(() => {
    const { params, result } = state.answered.value;
    return differenceOf(params, result);
  });

  /** Largest magnitude in the maps: they share one scale, symmetric about zero. */
  const largest = computed(() => {
    const { partial, output } = state.answered.value.result;
    return Math.max(maxAbs(partial.data), maxAbs(output.data));
  });

  /** Cells of the output, and of the map of its own channel, that the pointed cell of the image reaches. */
  const reached = computed((): readonly Cell[] => {
    const cell = pointedPixel.value;
    return cell ? reachedBy(axes.value, cell) : [];
  });

  function pin(cell: Cell): void {
    state.show({ cell: cell.row * outputShape.value[1] + cell.column });
  }

  function setPixel(channel: number, cell: Cell, value: number, gesture?: string): void {
    const { image } = state.params.value;
    const [, rows, columns] = image.shape;
    const index = (channel * rows + cell.row) * columns + cell.column;
    state.edit({ image: withValue(image, index, value) }, gesture);
    pin(windowAround(axes.value, cell));
  }

  function setWeight(channel: number, cell: Cell, value: number, gesture?: string): void {
    const { kernel } = state.params.value;
    const [, rows, columns] = kernel.shape;
    const index = (channel * rows + cell.row) * columns + cell.column;
    state.edit({ kernel: withValue(kernel, index, value) }, gesture);
  }

  function setImage(image: NdArray, gesture?: string): void {
    state.edit({ image }, gesture);
  }

  function setImageSide(side: number): void {
    setImage(mapSlices(state.params.value.image, (slice) => resample(slice, side, side)));
  }

  /** Puts a matrix in place of one channel; the others follow it in size. */
  function setChannel(channel: number, slice: NdArray): void {
    const [rows, columns] = slice.shape;
    const image = mapSlices(state.params.value.image, (other) => resample(other, rows, columns));
    setImage(withSlice(image, channel, slice));
  }

  function setKernelSide(side: number): void {
    state.edit({
      kernel: mapSlices(state.params.value.kernel, (slice) => recentre(slice, side, side)),
    });
  }

  /** Puts a matrix in place of one slice; the others follow it in size. */
  function setSlice(channel: number, slice: NdArray): void {
    const [rows, columns] = slice.shape;
    const kernel = mapSlices(state.params.value.kernel, (other) => recentre(other, rows, columns));
    state.edit({ kernel: withSlice(kernel, channel, slice) });
  }

  return {
    state,
    pointed,
    pointedPixel,
    pointedWeight,
    brush,
    axes,
    outputShape,
    current,
    taps,
    addends,
    sum,
    difference,
    largest,
    reached,
    pin,
    setPixel,
    setWeight,
    setImage,
    setImageSide,
    setChannel,
    setKernelSide,
    setSlice,
  };
}

function at({ shape, data }: NdArray, { row, column }: Cell): number {
  return data[row * shape[1] + column];
}

export function differenceOf({ bias }: Params, { partial, output }: Result): number {
  const size = output.data.length;
  const differences = Array.from(output.data, (value, index) => {
    const parts = channels.map((_, channel) => partial.data[channel * size + index]);
    return value - parts.reduce((total, part) => total + part, bias);
  });
  return maxAbs(differences);
}
