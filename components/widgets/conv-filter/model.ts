import { computed, signal } from '@preact/signals-core';
import {
  outputSize,
  paddedSize,
  sourceOf,
  windowGeometry,
  windowStart,
  type AxisGeometry,
} from '#nd/conv-geometry.ts';
import { maxAbs, withValue, type NdArray } from '#nd/nd-array.ts';
import { recentre, resample } from '#nd/resample.ts';
import type { WidgetState } from '#kit/widget-state.ts';
import type { Result } from './compute.ts';
import { params as schema, type Params } from './params.ts';

export type Cell = { readonly row: number; readonly column: number };

/** One cell under the window: where it lies in the unpadded image, what it holds, its weight and product. */
export type Tap = Cell & {
  readonly value: number;
  readonly weight: number;
  readonly product: number;
};

export type Model = ReturnType<typeof createModel>;

export function createModel(state: WidgetState<Params, Result>) {
  const pointed = signal<Cell | undefined>(undefined);
  const pointedInput = signal<Cell | undefined>(undefined);
  const pointedTap = signal<number | undefined>(undefined);
  /** What a stroke over the image paints. */
  const brush = signal(1);

  const axes = computed(() => axesOf(state.answered.value.params));
  const outputShape = computed(() => axes.value.map(outputSize) as [number, number]);

  /** Output cells that the window has filled: all up to this index. */
  const filledTo = computed(() => {
    const [rows, columns] = outputShape.value;
    return Math.min(state.params.value.step, rows * columns - 1);
  });

  /** The output cell whose window is shown. */
  const current = computed((): Cell => {
    const [rows, columns] = outputShape.value;
    const chosen = pointed.value;
    if (chosen && chosen.row < rows && chosen.column < columns) return chosen;
    const { cell } = state.params.value;
    const index = cell >= 0 && cell < rows * columns ? cell : filledTo.value;
    return { row: Math.floor(index / columns), column: index % columns };
  });

  const taps = computed(() => tapsOf(state.answered.value.params, axes.value, current.value));

  /** What the tensors say the window sums to, bias included, before and after the activation. */
  const sum = computed(() => at(state.answered.value.result.linear, current.value));
  const activatedSum = computed(() => at(state.answered.value.result.activated, current.value));

  /** Output cells that the pointed input cell reaches. */
  const reached = computed((): readonly Cell[] => {
    const cell = pointedInput.value;
    return cell ? reachedBy(state.answered.value.params, axes.value, cell) : [];
  });

  /** Largest magnitude in the maps: they share one scale, symmetric about zero. */
  const largestOutput = computed(() => {
    const { linear, activated, outputPadded } = state.answered.value.result;
    return Math.max(maxAbs(linear.data), maxAbs(activated.data), maxAbs(outputPadded.data));
  });

  /** Cells in which padding the output differs from padding the input; undefined if not comparable. */
  const differing = computed((): readonly Cell[] | undefined => {
    const { linear, outputPadded } = state.answered.value.result;
    const [rows, columns] = linear.shape;
    if (outputPadded.shape[0] !== rows || outputPadded.shape[1] !== columns) return undefined;
    const limit = 1e-5 * Math.max(1, largestOutput.value);
    const cells = Array.from(linear.data, (value, index) => ({
      row: Math.floor(index / columns),
      column: index % columns,
      differs: Math.abs(value - outputPadded.data[index]) > limit,
    }));
    return cells.filter((cell) => cell.differs);
  });

  /** Shows the whole map, with the window where it answers the edit. */
  const revealed = { step: schema.step.max };

  function setPixel(cell: Cell, value: number, gesture?: string): void {
    const { image } = state.params.value;
    state.edit(
      { image: withValue(image, cell.row * image.shape[1] + cell.column, value), ...revealed },
      gesture,
    );
    pin(windowAround(axes.value, cell));
  }

  function setWeight(cell: Cell, value: number, gesture?: string): void {
    const { kernel } = state.params.value;
    const held = current.value;
    state.edit(
      { kernel: withValue(kernel, cell.row * kernel.shape[1] + cell.column, value), ...revealed },
      gesture,
    );
    pin(held);
  }

  function pin(cell: Cell): void {
    state.show({ cell: cell.row * outputShape.value[1] + cell.column });
  }

  function setImage(image: NdArray, gesture?: string): void {
    state.edit({ image, ...revealed }, gesture);
  }

  function setImageSide(side: number): void {
    setImage(resample(state.params.value.image, side, side));
  }

  function setKernel(kernel: NdArray): void {
    state.edit({ kernel, ...revealed });
  }

  function setKernelSide(side: number): void {
    setKernel(recentre(state.params.value.kernel, side, side));
  }

  return {
    state,
    pointed,
    pin,
    pointedInput,
    pointedTap,
    brush,
    axes,
    outputShape,
    filledTo,
    current,
    taps,
    sum,
    activatedSum,
    reached,
    largestOutput,
    differing,
    setPixel,
    setWeight,
    setImage,
    setImageSide,
    setKernel,
    setKernelSide,
  };
}

function axesOf({
  image,
  kernel,
  stride,
  dilation,
  padding,
}: Params): [AxisGeometry, AxisGeometry] {
  const [height, width] = image.shape;
  const [rows, columns] = kernel.shape;
  return windowGeometry([height, width], [rows, columns], { stride, dilation, padding });
}

function at({ shape, data }: NdArray, { row, column }: Cell): number {
  return data[row * shape[1] + column];
}

/** The image with its padding, as the window sees it; positions count from the first padded cell. */
export function paddedImage({ image, padding, paddingMode, paddingValue }: Params): NdArray {
  const [height, width] = image.shape;
  const shape = [height + 2 * padding, width + 2 * padding];
  const data = Float32Array.from({ length: shape[0] * shape[1] }, (_, index) => {
    const row = sourceOf(Math.floor(index / shape[1]) - padding, height, paddingMode);
    const column = sourceOf((index % shape[1]) - padding, width, paddingMode);
    return row === null || column === null ? paddingValue : image.data[row * width + column];
  });
  return { shape, data };
}

export function tapsOf(
  params: Params,
  [vertical, horizontal]: readonly [AxisGeometry, AxisGeometry],
  output: Cell,
): Tap[] {
  const { image, kernel, paddingMode, paddingValue } = params;
  const top = windowStart(vertical, output.row);
  const left = windowStart(horizontal, output.column);
  return Array.from(kernel.data, (weight, index) => {
    const row = top + Math.floor(index / horizontal.kernel) * vertical.dilation;
    const column = left + (index % horizontal.kernel) * horizontal.dilation;
    const sourceRow = sourceOf(row, vertical.size, paddingMode);
    const sourceColumn = sourceOf(column, horizontal.size, paddingMode);
    const outside = sourceRow === null || sourceColumn === null;
    const value = outside ? paddingValue : image.data[sourceRow * horizontal.size + sourceColumn];
    return { row, column, value, weight, product: value * weight };
  });
}

/**
 * Every output cell that has the input cell, or a padded copy of it, under its window; for a cell of
 * the padding itself, those that have just that place under their window.
 */
export function reachedBy(
  { paddingMode }: Params,
  axes: readonly [AxisGeometry, AxisGeometry],
  cell: Cell,
): Cell[] {
  const inside = isInside(axes[0], cell.row) && isInside(axes[1], cell.column);
  const meets = (axis: AxisGeometry, position: number, place: number): boolean =>
    inside ? sourceOf(position, axis.size, paddingMode) === place : position === place;
  const along = (axis: AxisGeometry, place: number): number[] =>
    Array.from({ length: outputSize(axis) }, (_, index) => index).filter((index) =>
      tapPositions(axis, index).some((position) => meets(axis, position, place)),
    );
  const columns = along(axes[1], cell.column);
  return along(axes[0], cell.row).flatMap((row) => columns.map((column) => ({ row, column })));
}

function isInside({ size }: AxisGeometry, position: number): boolean {
  return position >= 0 && position < size;
}

/** Where the taps of one window lie along an axis. */
function tapPositions(axis: AxisGeometry, index: number): number[] {
  const start = windowStart(axis, index);
  return Array.from({ length: axis.kernel }, (_, tap) => start + tap * axis.dilation);
}

/** The output cell whose window has the input cell nearest to its middle. */
function windowAround(axes: readonly [AxisGeometry, AxisGeometry], cell: Cell): Cell {
  const along = (axis: AxisGeometry, position: number): number => {
    const middle = (axis.dilation * (axis.kernel - 1)) / 2;
    const index = Math.round((position + axis.padding[0] - middle) / axis.stride);
    return Math.min(Math.max(index, 0), outputSize(axis) - 1);
  };
  return { row: along(axes[0], cell.row), column: along(axes[1], cell.column) };
}

export function paddedShape(axes: readonly [AxisGeometry, AxisGeometry]): [number, number] {
  return [paddedSize(axes[0]), paddedSize(axes[1])];
}
