import { shortDecimal } from '#kit/tensor-text.ts';
import { placesOf, type Order, type Place } from './data.ts';
import { ownFilter } from './looked.ts';
import type { Params } from './params.ts';

/** What a library calls what a layer is made of. */
export type Words = {
  readonly act: (x: string) => string;
  readonly norm: (x: string) => string;
  /** Of a layer with standardized weights. */
  readonly scaled: string;
};

/** The layer of each network, place by place, as expressions of `x`. */
export function stepsOf(order: Order, { act, norm, scaled }: Words): readonly string[] {
  const steps: Readonly<Record<Exclude<Place, 'weights'>, string>> = {
    norm: norm('x'),
    activation: order === 'scaled' ? scaled : act('x'),
  };
  return placesOf[order].flatMap((place) => (place === 'weights' ? [] : [steps[place]]));
}

/** The reader's own filter as a list, and where it stands, counted from 0; undefined if there is none. */
export function ownText(params: Params) {
  const own = ownFilter(params);
  return (
    own && {
      layer: own.layer - 1,
      channel: own.channel - 1,
      list: `[${Array.from(own.weights, shortDecimal).join(', ')}]`,
    }
  );
}
