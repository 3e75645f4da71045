import { outputSize, windowGeometry, windowStart, type AxisGeometry } from '#nd/conv-geometry.ts';
import type { NdArray } from '#nd/nd-array.ts';
import type { Params } from './params.ts';

export type Cell = { readonly row: number; readonly column: number };

export type Axes = readonly [vertical: AxisGeometry, horizontal: AxisGeometry];

/** One cell of a channel under the window: where it lies in the unpadded image, what it holds, its weight. */
export type Tap = Cell & { readonly value: number; readonly weight: number };

export function axesOf({ image, kernel, stride, padding }: Params): Axes {
  const [, height, width] = image.shape;
  const [, rows, columns] = kernel.shape;
  return windowGeometry([height, width], [rows, columns], { stride, padding });
}

/** What one channel has under the window of an output cell, with the weights of its own slice. */
export function tapsOf(
  { image, kernel }: Params,
  axes: Axes,
  output: Cell,
  channel: number,
): Tap[] {
  const [vertical, horizontal] = axes;
  const top = windowStart(vertical, output.row);
  const left = windowStart(horizontal, output.column);
  const count = vertical.kernel * horizontal.kernel;
  return Array.from({ length: count }, (_, index) => {
    const row = top + Math.floor(index / horizontal.kernel);
    const column = left + (index % horizontal.kernel);
    const inside = isInside(vertical, row) && isInside(horizontal, column);
    const place = (channel * vertical.size + row) * horizontal.size + column;
    const value = inside ? image.data[place] : 0;
    return { row, column, value, weight: kernel.data[channel * count + index] };
  });
}

/** Every output cell that has this cell of the image, or of its padding, under its window. */
export function reachedBy([vertical, horizontal]: Axes, cell: Cell): Cell[] {
  const along = (axis: AxisGeometry, place: number): number[] =>
    Array.from({ length: outputSize(axis) }, (_, index) => index).filter((index) => {
      const start = windowStart(axis, index);
      return place >= start && place < start + axis.kernel;
    });
  const columns = along(horizontal, cell.column);
  return along(vertical, cell.row).flatMap((row) => columns.map((column) => ({ row, column })));
}

/** The output cell whose window has this cell of the image nearest to its middle. */
export function windowAround([vertical, horizontal]: Axes, cell: Cell): Cell {
  const along = (axis: AxisGeometry, place: number): number => {
    const index = Math.round((place + axis.padding[0] - (axis.kernel - 1) / 2) / axis.stride);
    return Math.min(Math.max(index, 0), outputSize(axis) - 1);
  };
  return { row: along(vertical, cell.row), column: along(horizontal, cell.column) };
}

/** A channel with its padding of zeros, as the window sees it. */
export function padded({ shape, data }: NdArray, padding: number): NdArray {
  const [rows, columns] = shape.map((size) => size + 2 * padding);
  const cells = new Float32Array(rows * columns);
  for (let row = 0; row < shape[0]; row++) {
    const start = (row + padding) * columns + padding;
    cells.set(data.subarray(row * shape[1], (row + 1) * shape[1]), start);
  }
  return { shape: [rows, columns], data: cells };
}

function isInside({ size }: AxisGeometry, place: number): boolean {
  return place >= 0 && place < size;
}
