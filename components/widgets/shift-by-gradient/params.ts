import { choice, integer, number, type ParamsOf } from '#kit/params.ts';
import { comparisons } from '#lab/comparisons.ts';
import { dataNames } from '#lab/glyph-network.ts';
import { LOOKS } from './data.ts';

export const params = {
  /** Layers with an activation. */
  depth: integer({ min: 2, max: 20, default: 10 }),
  /** Units in each of them. */
  width: integer({ min: 8, max: 64, default: 32 }),
  rate: number({ min: 0.001, max: 10, step: 0.05, default: 0.05 }),
  steps: integer({ min: 2, max: 1000, default: 48 }),
  /** Which treatments learn side by side. */
  compare: choice(comparisons, 'all'),
  data: choice(dataNames, 'glyphs'),
  seed: integer({ min: 0, max: 9999, default: 2 }),
  /** The layer that is shown, the lowest 1; none lies below that one, so that it is never shown. */
  layer: integer({ min: 2, max: 21, default: 6 }),
  /** The measured step that is shown. */
  look: integer({ min: 0, max: LOOKS - 1, default: 3 }),
};

export type Params = ParamsOf<typeof params>;
