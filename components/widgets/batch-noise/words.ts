import { numberText } from '#charts/number-text.ts';
import type { Translate, Values } from '#i18n/translate.ts';
import { BATCHES } from './data.ts';
import { quantities, type Model } from './model.ts';
import type { Key } from './strings.ts';

export function valuesOf(model: Model): Values {
  const { batchSize, side, correlation } = model.params.value;
  const { values, effective } = model.theory.value;
  const [mean, variance, varianceSpread] = quantities.map((quantity) =>
    model.compare(batchSize, quantity),
  );
  const text = (value: number): string => numberText(value, 2);
  return {
    batches: BATCHES,
    size: batchSize,
    side,
    correlation: text(correlation),
    values,
    effective: numberText(effective, effective < 100 ? 1 : 0),
    mean: text(mean.measured),
    meanTheory: text(mean.theory),
    variance: text(variance.measured),
    varianceTheory: text(variance.theory),
    spread: text(varianceSpread.measured),
    spreadTheory: text(varianceSpread.theory),
    apart: numberText(Math.max(mean.apart, variance.apart, varianceSpread.apart), 1),
  };
}

/** How many values a batch has, and what they are worth. */
export function outcomeText(model: Model, t: Translate<Key>): string {
  const { side, correlation } = model.params.value;
  const independent = side === 1 || correlation === 0;
  return t(independent ? 'outcome' : 'outcomeCorrelated', valuesOf(model));
}
