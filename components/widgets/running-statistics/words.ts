import { numberText } from '#charts/number-text.ts';
import type { Translate, Values } from '#i18n/translate.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

export function valuesOf(model: Model): Values {
  const { momentum, batchSize } = model.params.value;
  const text = (value: number): string => numberText(value, 2);
  const percent = 100 * model.start.value;
  return {
    momentum: text(momentum),
    size: batchSize,
    values: model.values.value,
    step: model.step.value + 1,
    mean: text(model.numbers('mean').after),
    variance: text(model.numbers('variance').after),
    trueMean: text(model.truth('mean', model.step.value + 1)),
    trueVariance: text(model.truth('variance', model.step.value + 1)),
    difference: text(model.difference.value),
    start: numberText(percent, percent >= 1 || percent < 0.0005 ? 0 : percent >= 0.1 ? 1 : 3),
  };
}

/** How far the two modes are apart, and how much of the start is left. */
export function outcomeText(model: Model, t: Translate<Key>): string {
  return t('outcome', valuesOf(model));
}

/** The rule in a few words: a library's defaults, or a momentum of one's own. */
export function ruleText(model: Model, t: Translate<Key>): string {
  const library = model.library.value;
  if (library) return t(`defaults.${library}`);
  const { convention } = model.params.value;
  return t('ownRule', { ...valuesOf(model), convention: t(`convention.${convention}`) });
}
