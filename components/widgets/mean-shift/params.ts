import { choice, integer, tensor, type ParamsOf } from '#kit/params.ts';
import { activationNames } from '#nd/activation-names.ts';
import { ndArray } from '#nd/nd-array.ts';
import { cures, MOST_FILTERS, MOST_LAYERS, MOST_SIDE, sides, widths } from './data.ts';

export const params = {
  /** What stands below the network without a norm. */
  order: choice(cures, 'batch'),
  path: choice(['plain', 'residual'], 'plain'),
  layers: integer({ min: 1, max: MOST_LAYERS, default: 8 }),
  width: choice(widths, '36'),
  activation: choice(activationNames, 'relu'),
  seed: integer({ min: 0, max: 9999, default: 41 }),
  /** The channel that is looked at: in which network, after which layer, which one. */
  side: choice(sides, 'bare'),
  layer: integer({ min: 1, max: MOST_LAYERS, default: 3 }),
  channel: integer({ min: 1, max: MOST_FILTERS, default: 2 }),
  /** A filter of the reader's own, as a square: it counts if its size is that of the layers. */
  filter: tensor({
    axes: [
      [1, MOST_SIDE],
      [1, MOST_SIDE],
    ],
    min: -100,
    max: 100,
    default: ndArray([1, 1], [0]),
  }),
  /** Where it stands in both networks: MOST_FILTERS × (layer − 1) + channel − 1. */
  place: integer({ min: 0, max: MOST_LAYERS * MOST_FILTERS - 1, default: 0 }),
};

export type Params = ParamsOf<typeof params>;
