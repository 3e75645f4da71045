import { numberText, powerText } from '#charts/number-text.ts';
import type { Translate } from '#i18n/translate.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

/** Below this a variance is what rounding has left. */
const NOTHING = 1e-9;

/** A variance, small ones as powers of ten. */
export function varianceText(value: number): string {
  return value < NOTHING ? '0' : value < 0.001 ? powerText(value) : numberText(value, 3);
}

export const meanText = (value: number): string => numberText(value, 2);

export const imageName = (t: Translate<Key>, n: number): string =>
  t('imageName', { number: n + 1 });

export const epsilonText = ({ state }: Model): string =>
  powerText(Number(state.answered.value.params.epsilon));

/** A difference to four decimals: what is less differs from backend to backend. */
const differenceText = (value: number, t: Translate<Key>): string =>
  value < 0.00005 ? t('tiny') : numberText(value, value < 0.01 ? 4 : 2);

/** How far apart the images' outputs are, in one sentence. */
export function differencesText(model: Model, t: Translate<Key>): string {
  const { data } = model.state.answered.value.result.differences;
  if (model.images.value.length === 1) return t('oneImage');
  return t('differences', {
    batch: differenceText(data[0], t),
    instance: differenceText(data[1], t),
  });
}

/** The variances of all images at one stage, as a list. */
export function variancesText(model: Model, stage: 'before' | 'batch' | 'instance'): string {
  return model.images.value
    .map((n) => varianceText(model.statisticsOf(stage, n).variance))
    .join(', ');
}
