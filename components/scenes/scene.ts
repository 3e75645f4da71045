import type { ColourScale } from '#charts/cell-colour.ts';
import type { Block, Bounds, Vec3 } from './block.ts';

/** A word at a place of the scene. */
export type SceneLabel = {
  readonly text: string;
  readonly at: Vec3;
  /** Which of the theme's hues it has, from 0. */
  readonly hue?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
};

/** A measured edge of a block: its name and size stand beside it, on whichever side is outermost. */
export type SceneAxis = {
  readonly text: string;
  readonly low: Vec3;
  readonly high: Vec3;
  readonly along: 'x' | 'y' | 'z';
};

/** A line between two places: what is computed from what. */
export type SceneThread = {
  readonly from: Vec3;
  readonly to: Vec3;
  readonly hue?: number;
  /** Whether it stands behind those that are meant right now. */
  readonly faint?: boolean;
};

/** Values that share one colour scale. */
export type SceneValues = {
  readonly data: Float32Array;
  readonly scale: ColourScale;
};

/** All that a 3-D figure shows, in plain data. Positions count through `values` one after another. */
export type SceneContent = {
  readonly blocks: readonly Block[];
  readonly values: readonly SceneValues[];
  /** Blocks, by their places in `blocks`, that are not meant right now. */
  readonly faded?: ReadonlySet<number>;
  readonly labels: readonly SceneLabel[];
  readonly axes: readonly SceneAxis[];
  /** What the picture keeps room for besides: where blocks will stand at another step. */
  readonly room?: readonly Bounds[];
  readonly threads?: readonly SceneThread[];
};
