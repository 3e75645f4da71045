import { numberText, shortNumber, signedNumber } from '#charts/number-text.ts';
import type { Translate } from '#i18n/translate.ts';
import type { Order, Place, Quantity, Side } from './data.ts';
import type { Model, Network } from './model.ts';
import type { Params } from './params.ts';
import type { Key } from './strings.ts';

type T = Translate<Key>;

export const orderName = (t: T, order: Order): string =>
  t(order === 'none' ? 'none' : `order.${order}`);

/** Class of the hue that a network has wherever it stands. */
export const hueOf = (side: Side): string => (side === 'bare' ? 'hue-5' : 'hue-4');

export const placeName = (
  t: T,
  place: Place,
  { activation }: Pick<Params, 'activation'>,
): string => (place === 'activation' ? t(`activation.${activation}`) : t(place));

export const laneName = (t: T, place: Place | undefined, params: Params): string =>
  place ? t('after', { place: placeName(t, place, params) }) : t('entering');

/** What theory has for a network at every layer; nothing where it does not know. */
export function theoryOf({ expected = [] }: Network, quantity: Quantity): readonly number[] {
  return expected.map(({ squaredMean, variance }) =>
    quantity === 'likeness'
      ? squaredMean / (squaredMean + variance)
      : { squaredMean, variance }[quantity],
  );
}

/** How far from 0 the channels lie after a layer, in deviations: as a root mean square. */
function shiftAfter({ curves: { squaredMean, variance } }: Network, layer: number): number {
  return Math.sqrt(squaredMean[layer] / variance[layer]);
}

const lastOf = ({ curves }: Network): number => curves.variance.length - 1;

const shiftText = (network: Network, layer: number): string =>
  numberText(shiftAfter(network, layer), 2);

/** For the line over a strip. */
export function reachText(t: T, network: Network): string {
  const layer = lastOf(network);
  const words = { shift: shiftText(network, layer), layer };
  const expected = network.expected?.[layer];
  if (!expected) return t('reach', words);
  const theory = numberText(Math.sqrt(expected.squaredMean / expected.variance), 2);
  return t('reachTheory', { ...words, theory });
}

export const stripText = (t: T, network: Network): string =>
  t('stripText', {
    name: orderName(t, network.order),
    shift: shiftText(network, lastOf(network)),
    first: shiftText(network, 1),
    layers: lastOf(network),
  });

/** Below this much of a deviation, what is left is chance. */
const CHANCE = 0.3;

/** Both networks in a sentence each. */
export function outcomeText(model: Model, t: T): string {
  const [bare, cured] = model.networks.value;
  const layers = lastOf(bare);
  const shifts = shiftAfter(bare, layers) >= CHANCE;
  const first = t(shifts ? 'bareShifts' : 'bareStays', {
    first: shiftText(bare, 1),
    shift: shiftText(bare, layers),
    layers,
  });
  const then = shifts && cured.order !== 'none' ? (`cured.${cured.order}` as const) : 'curedToo';
  return `${first}${t(then, { shift: shiftText(cured, layers), layers })}`;
}

/** The channel that is looked at. */
export function lookedText(t: T, model: Model): string {
  const { channel, layer, order } = model.looked.value;
  return t('lookedAt', { channel, layer, name: orderName(t, order) });
}

/** What the input that is pointed at pushes; where there is none, what most of the sum is. */
export function pushText(t: T, { looked, pointed }: Model): string {
  const { weights, means, products, sumOfWeights, meanOfInputs } = looked.value;
  const input = pointed.value;
  if (input !== undefined && input < weights.length) {
    return t('push', {
      input: input + 1,
      weight: shortNumber(weights[input]),
      mean: signedNumber(means[input]),
      product: shortNumber(products[input]),
    });
  }
  return t('mostly', {
    weights: shortNumber(sumOfWeights),
    mean: shortNumber(meanOfInputs),
    product: shortNumber(sumOfWeights * meanOfInputs),
  });
}

export const lanesText = (t: T, model: Model): string =>
  model.looked.value.lanes
    .map(({ place, mean }) => `${laneName(t, place, model.params.value)}: μ ${shortNumber(mean)}`)
    .join(t('between'));

/** For a summary and a description. */
export function valuesOf(model: Model, t: T) {
  const { layers, width, activation, order, path } = model.params.value;
  return {
    layers,
    width,
    activation: t(`activation.${activation}`),
    order: orderName(t, order),
    path: t(`path.${path}`),
    looked: lookedText(t, model),
    sum: shortNumber(model.looked.value.sum),
  };
}
