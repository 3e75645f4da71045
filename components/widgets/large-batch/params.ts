import { choice, integer, number, type ParamsOf } from '#kit/params.ts';
import { dataNames } from '#lab/glyph-network.ts';
import { factors, kinds, MOST_BATCHES, MOST_RATES } from './sweep.ts';

export const params = {
  /** Residual blocks. */
  blocks: integer({ min: 1, max: 12, default: 4 }),
  /** Units of the state, and of every branch. */
  width: integer({ min: 8, max: 48, default: 16 }),
  /** Pictures that are learned from; what is left of all is only read. */
  examples: integer({ min: 64, max: 512, default: 128 }),
  epochs: integer({ min: 1, max: 60, default: 10 }),
  data: choice(dataNames, 'glyphs'),
  /** The smallest batch. */
  smallest: integer({ min: 2, max: 64, default: 4 }),
  /** How many batch sizes, as far as there are pictures enough. */
  batches: integer({ min: 1, max: MOST_BATCHES, default: 3 }),
  /** The smallest learning rate. */
  lowest: number({ min: 0.0001, max: 1, step: 0.0005, default: 0.015625 }),
  rates: integer({ min: 2, max: MOST_RATES, default: 5 }),
  /** From one batch size to the next, and from one learning rate to the next. */
  factor: choice(factors, '4'),
  seed: integer({ min: 0, max: 9999, default: 4 }),
  /** Whole sweeps, with seeds that follow one another. */
  repeats: integer({ min: 1, max: 5, default: 1 }),
  /** What the maps show. */
  measure: choice(['loss', 'accuracy'], 'loss'),
  /** The run that is pointed out: its network, and its place among batch sizes and rates. */
  network: choice(kinds, 'batch'),
  row: integer({ min: 1, max: MOST_BATCHES, default: 3 }),
  column: integer({ min: 1, max: MOST_RATES, default: 5 }),
  /** Whether learning curves are drawn over epochs or over steps. */
  along: choice(['epochs', 'steps'], 'epochs'),
};

export type Params = ParamsOf<typeof params>;
