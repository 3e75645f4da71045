import { BATCH, channelsOf, IMAGES, places, SIDE } from './data.ts';
import type { Params } from './params.ts';

export const kindsOf = (params: Params): readonly string[] => places.map((place) => params[place]);

export const inputShape = (params: Params): readonly number[] =>
  params.layer === 'dense' ? [BATCH, channelsOf(params)] : [IMAGES, channelsOf(params), SIDE, SIDE];

export const list = (values: readonly (string | number)[]): string =>
  `[${values.map((value) => (typeof value === 'string' ? `'${value}'` : value)).join(', ')}]`;
