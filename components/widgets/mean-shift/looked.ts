import { MOST_FILTERS } from './data.ts';
import type { Params } from './params.ts';

/** The layer and the channel that are looked at, within the network that there is. */
export function lookedAt({ layer, layers, channel, width }: Params) {
  return { layer: Math.min(layer, layers), channel: Math.min(channel, Number(width)) };
}

/** The reader's own filter and where it stands, if there is one that fits. */
export function ownFilter({ filter, place, layers, width }: Params) {
  const layer = Math.floor(place / MOST_FILTERS) + 1;
  const channel = (place % MOST_FILTERS) + 1;
  const fits = filter.data.length === Number(width) && Number(width) > 1;
  return fits && layer <= layers && channel <= Number(width)
    ? { layer, channel, weights: filter.data }
    : undefined;
}

export const placeOf = (layer: number, channel: number): number =>
  MOST_FILTERS * (layer - 1) + channel - 1;
