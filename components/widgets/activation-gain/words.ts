import { numberText, powerText } from '#charts/number-text.ts';
import type { Translate, Values } from '#i18n/translate.ts';
import { hasOther, REACH, type Estimate, type Gains } from './gains.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

type Words = Translate<Key>;

/** A mean below this is none: what float32 leaves of 0 is smaller. */
const NONE = 1e-5;

export const countText = (count: number): string => count.toLocaleString('en');

export const gainText = (value: number): string => numberText(value, 4);

/** An estimate and the reach of its bar: two digits of the reach, and no more of the estimate. */
export function estimateTexts({ value, error }: Estimate): {
  readonly value: string;
  readonly reach: string;
} {
  const reach = REACH * error;
  const decimals = Math.max(1 - Math.floor(Math.log10(reach)), 0);
  return { value: numberText(value, decimals), reach: numberText(reach, decimals) };
}

export const isCentred = ({ mean }: Gains): boolean => Math.abs(mean) < NONE;

export function valuesOf({ state, exact, now }: Model, t: Words): Values {
  const { mean, variance, gamma, he } = exact.value;
  const sampled = estimateTexts(now.value.gamma);
  return {
    activation: t(`activation.${exact.value.name}`),
    mean: gainText(mean),
    variance: gainText(variance),
    gamma: gainText(gamma),
    shifted: gainText(gamma * mean),
    he: gainText(he),
    count: countText(now.value.count),
    seed: state.answered.value.params.seed,
    sampled: sampled.value,
    reach: sampled.reach,
  };
}

/** What γ does to the outputs. */
export function scaledText(model: Model, t: Words): string {
  const gains = model.exact.value;
  if (!isCentred(gains)) return t('scaled.shifted', valuesOf(model, t));
  return t(Math.abs(gains.gamma - 1) < 1e-4 ? 'scaled.kept' : 'scaled.centred');
}

/** What the released code has instead of the exact value, and how large a sample is as far off. */
export function releasedText({ exact, samples }: Model, t: Words): string {
  const { released, gamma, excess } = exact.value;
  if (released === undefined) return t('released.none');
  if (!hasOther(exact.value)) return t('released.same');
  const largest = samples.value[samples.value.length - 1];
  const needed = largest.count * (largest.gamma.error / (excess * gamma)) ** 2;
  return t('released.has', {
    released: numberText(released, 6),
    excess: numberText(100 * excess, 3),
    needed: powerText(needed).replaceAll(' ', '\u00a0'),
  });
}
