import { choice, integer, number, type ParamsOf } from '#kit/params.ts';
import { comparisons } from '#lab/comparisons.ts';
import { dataNames } from '#lab/glyph-network.ts';
import { SNAPSHOTS } from './data.ts';

export const params = {
  /** Layers with an activation. */
  depth: integer({ min: 2, max: 20, default: 10 }),
  /** Units in each of them. */
  width: integer({ min: 8, max: 64, default: 32 }),
  rate: number({ min: 0.01, max: 1e6, step: 0.1, default: 0.3 }),
  steps: integer({ min: 5, max: 1000, default: 100 }),
  /** Which treatments learn side by side. */
  compare: choice(comparisons, 'all'),
  /** The unit of each layer that is looked at, counted from 1; the last one where there are fewer. */
  unit: integer({ min: 1, max: 64, default: 1 }),
  data: choice(dataNames, 'glyphs'),
  seed: integer({ min: 0, max: 9999, default: 1 }),
  /** The layer that is shown, counted from 1; the last one where there are fewer. */
  layer: integer({ min: 1, max: 20, default: 6 }),
  /** The look at the layer that is pointed out. */
  look: integer({ min: 0, max: SNAPSHOTS, default: SNAPSHOTS }),
};

export type Params = ParamsOf<typeof params>;
