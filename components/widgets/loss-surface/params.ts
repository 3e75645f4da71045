import { choice, integer, number, type ParamsOf } from '#kit/params.ts';
import { sceneParams } from '#kit/scene-params.ts';
import { dataNames } from '#lab/glyph-network.ts';
import { comparisons, planes } from './data.ts';

const MOST_STEPS = 200;

export const params = {
  /** Layers with an activation. */
  depth: integer({ min: 1, max: 10, default: 5 }),
  /** Units in each of them. */
  width: integer({ min: 4, max: 32, default: 16 }),
  data: choice(dataNames, 'glyphs'),
  /** Which networks descend side by side. */
  compare: choice(comparisons, 'both'),
  rate: number({ min: 0.01, max: 1e6, step: 0.05, default: 0.3 }),
  momentum: number({ min: 0, max: 0.99, step: 0.1, default: 0 }),
  steps: integer({ min: 1, max: MOST_STEPS, default: 60 }),
  seed: integer({ min: 0, max: 9999, default: 1 }),
  plane: choice(planes, 'path'),
  /** How far the plane is looked at to each side; 1 is as far as the weights are long. */
  range: number({ min: 0.01, max: 2, step: 0.05, default: 0.4 }),
  /** Places along each side of the plane. */
  points: integer({ min: 5, max: 41, default: 21 }),
  /** Factor of every other layer's weights; those of the layer behind it are divided by it. */
  rescale: number({ min: 0.125, max: 8, step: 0.5, default: 1 }),
  heightAxis: choice(['linear', 'log'], 'linear'),
  /** Loss above which a linear surface is cut off. */
  ceiling: number({ min: 0.1, max: 1000, step: 0.5, default: 5 }),
  /** The step of the descent that the figure is at. */
  step: integer({ min: 0, max: MOST_STEPS, default: 37 }),
  /** The place that the figure speaks of, counted through the plane from its upper left corner. */
  cell: integer({ min: 0, max: 41 ** 2 - 1, default: 220 }),
  ...sceneParams({ yaw: -75, pitch: 40 }),
};

export type Params = ParamsOf<typeof params>;
