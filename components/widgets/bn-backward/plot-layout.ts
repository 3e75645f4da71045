import type { AxisScale } from '#charts/axis-scale.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

/** The two plots share the axis of the values, which lies between them. */
export type Scales = {
  readonly x: AxisScale;
  readonly upstream: AxisScale;
  readonly gradient: AxisScale;
};

export type LayerProps = ViewProps<Model, Key> & { readonly scales: Scales };

export const WIDTH = 440;
export const HEIGHT = 500;
export const LEFT = 46;
/** Names of the lines stand right of it. */
export const RIGHT = WIDTH - 80;
/** From the lowest to the highest gradient that reaches y. */
export const UPSTREAM = [236, 26] as const;
/** Height of the number line of the values. */
export const LINE = 264;
/** From the lowest to the highest gradient that arrives at x. */
export const GRADIENT = [488, 336] as const;
