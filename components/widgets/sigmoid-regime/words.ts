import { decimalsFor, numberText } from '#charts/number-text.ts';
import type { Values } from '#i18n/translate.ts';
import type { Model } from './model.ts';

/** A part of all, in per cent. */
export const percent = (part: number): string => `${numberText(100 * part, 1)}%`;

export function valuesOf({ state, before, now, expected }: Model): Values {
  const { mean, spread, gamma, beta } = state.answered.value.params;
  const text = (value: number): string => numberText(value, decimalsFor([value], 2));
  return {
    mean: text(mean),
    spread: text(spread),
    gamma: text(gamma),
    beta: text(beta),
    linearBefore: percent(before.value.linear),
    saturatedBefore: percent(before.value.saturated),
    linear: percent(now.value.linear),
    saturated: percent(now.value.saturated),
    linearLaw: percent(expected.value.linear),
    saturatedLaw: percent(expected.value.saturated),
  };
}
