import { sizeOf, type NdArray } from '#nd/nd-array.ts';
import { resample } from '#nd/resample.ts';
import type { Locale } from '#i18n/locales.ts';
import type { AnyWidget } from './define-widget.ts';
import type { AxisBounds } from './params.ts';

/** A widget that can take another one's tensor, as a page knows it. */
export type Destination = {
  readonly widget: string;
  readonly version: number;
  readonly title: string;
  /** The param that takes it, and what fits there. */
  readonly param: string;
  readonly axes: readonly AxisBounds[];
  readonly min: number;
  readonly max: number;
};

/** The widgets that can take another one's tensor, with their titles in a language. */
export function destinationsIn(
  locale: Locale,
  widgets: readonly AnyWidget[],
): readonly Destination[] {
  return widgets.flatMap(({ id, version, takes, params, strings }) => {
    if (!takes) return [];
    const param = params[takes.param];
    if (param.kind !== 'tensor') return [];
    const { axes, min, max } = param;
    const { title } = strings[locale];
    return [{ widget: id, version, title, param: takes.param, axes: takes.axes ?? axes, min, max }];
  });
}

/** The same, as a page carries them. */
export function destinationsOfPage(): readonly Destination[] {
  const text = document.getElementById('destinations')?.textContent;
  return text ? (JSON.parse(text) as Destination[]) : [];
}

/**
 * A tensor as another widget can take it: missing outer axes are of size 1, a single channel becomes
 * as many equal ones as are wanted, as a grey picture has red, green and blue; the last two axes are
 * resampled to the sizes that fit, values are kept within bounds. Undefined if it does not fit.
 */
export function fitTensor(
  array: NdArray,
  { axes, min, max }: Pick<Destination, 'axes' | 'min' | 'max'>,
): NdArray | undefined {
  const missing = axes.length - array.shape.length;
  if (missing < 0 || array.shape.length < 2 || array.data.length === 0) return undefined;
  const shape = [...Array.from({ length: missing }, () => 1), ...array.shape];
  const copies = shape.at(-3) === 1 ? axes[axes.length - 3][0] : 1;
  const outer = shape
    .slice(0, -2)
    .map((size, axis, { length }) => (axis === length - 1 ? size * copies : size));
  if (outer.some((size, axis) => size < axes[axis][0] || size > axes[axis][1])) return undefined;
  const [rows, columns] = shape.slice(-2);
  const [height, width] = axes
    .slice(-2)
    .map(([least, most], axis) => Math.min(Math.max(shape[outer.length + axis], least), most));
  const maps = Array.from({ length: sizeOf(outer) }, (_, index) => {
    const start = Math.floor(index / copies) * rows * columns;
    const data = array.data.subarray(start, start + rows * columns);
    return [...resample({ shape: [rows, columns], data }, height, width).data];
  });
  const values = maps.flat().map((value) => Math.min(Math.max(value, min), max));
  return { shape: [...outer, height, width], data: Float32Array.from(values) };
}
