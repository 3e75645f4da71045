import { choice, integer, number, type ParamsOf } from '#kit/params.ts';
import { dataNames } from '#lab/glyph-network.ts';
import { LOOKS, POINTS } from './data.ts';

export const params = {
  /** Layers with an activation. */
  depth: integer({ min: 2, max: 20, default: 6 }),
  /** Units in each of them. */
  width: integer({ min: 8, max: 64, default: 32 }),
  rate: number({ min: 0.001, max: 10, step: 0.05, default: 0.15 }),
  steps: integer({ min: 2, max: 1000, default: 96 }),
  /** How far along the gradient it is looked, in learning rates. */
  reach: number({ min: 0.1, max: 64, step: 0.5, default: 4 }),
  /** Which two treatments learn side by side. */
  compare: choice(['plain', 'shaken'], 'plain'),
  data: choice(dataNames, 'glyphs'),
  seed: integer({ min: 0, max: 9999, default: 1 }),
  /** The measured step whose line is shown. */
  look: integer({ min: 0, max: LOOKS - 1, default: 6 }),
  /** The place on the line that is pointed out, counted from 1. */
  point: integer({ min: 1, max: POINTS, default: 3 }),
};

export type Params = ParamsOf<typeof params>;
