import { numberText, powerText } from '#charts/number-text.ts';
import type { Translate, Values } from '#i18n/translate.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

/** What rounding leaves of two equal outputs. */
const ROUNDING = 1e-5;

/** How far an output has moved. */
export function movedText(value: number): string {
  if (value < ROUNDING) return '0';
  return value < 0.005 ? powerText(value) : numberText(value, 2);
}

export const imageName = (t: Translate<Key>, n: number): string => t('image', { number: n + 1 });

export function valuesOf(model: Model, t: Translate<Key>): Values {
  const { mode, x } = model.params.value;
  const { mine, changed } = model.roles.value;
  return {
    images: x.shape[0],
    mode: t(`mode.${mode}`),
    mine: imageName(t, mine),
    other: changed === undefined ? '' : imageName(t, changed),
    moved: movedText(model.mine.value.moved),
    instance: movedText(model.fromInstance.value),
  };
}

/** What the change of one image did to the output of mine. */
export function outcomeText(model: Model, t: Translate<Key>): string {
  const { mode } = model.params.value;
  const { other } = model;
  const values = valuesOf(model, t);
  if (!other.value) return t(mode === 'training' ? 'alone' : 'aloneEvaluation', values);
  if (other.value.difference === 0) return t('unchanged', values);
  return t(mode === 'training' ? 'leak' : 'noLeak', values);
}
