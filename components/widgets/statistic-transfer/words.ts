import { decimalsFor, numberText } from '#charts/number-text.ts';
import type { Translate } from '#i18n/translate.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

const colours = ['red', 'green', 'blue'] as const;

const isColour = ({ state }: Model): boolean => state.answered.value.params.space === 'colour';

/** A channel at the axis of a chart. */
export function channelShort(model: Model, t: Translate<Key>, channel: number): string {
  return isColour(model) ? t(colours[channel]) : String(channel + 1);
}

export function channelName(model: Model, t: Translate<Key>, channel: number): string {
  return isColour(model) ? t(colours[channel]) : t('filterName', { number: channel + 1 });
}

export const strengthText = (strength: number): string =>
  numberText(strength, decimalsFor([strength]));

export const statisticText = (value: number): string => numberText(value, 2);

/** To four decimals: what is less differs from backend to backend. */
const smallText = (value: number, t: Translate<Key>): string =>
  value < 0.00005 ? t('tiny') : numberText(value, value < 0.01 ? 4 : 2);

/** How far the result's statistics are from the style's, and the result from the content: a sentence each. */
export function distanceTexts(model: Model, t: Translate<Key>): string[] {
  const { result } = model.state.answered.value.result;
  const outside = model.outside.value;
  return [
    t('distance', { distance: smallText(model.distance.value, t) }),
    t('change', { change: smallText(model.change.value, t) }),
    ...(outside > 0 ? [t('outside', { outside, all: result.data.length })] : []),
  ];
}
