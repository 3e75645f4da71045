import { numberText, shortNumber } from '#charts/number-text.ts';
import type { Translate } from '#i18n/translate.ts';
import { CENTRED } from './filters.ts';
import type { Model, SideName } from './model.ts';
import type { Key } from './strings.ts';

type Words = Translate<Key>;

// Readers count from 1.

export const filterName = (t: Words, filter: number): string =>
  t('filterName', { number: filter + 1 });

/** One map of a filter, before or after. */
export const mapName = (t: Words, side: SideName, filter: number, channel: number): string =>
  t('mapName', { side: t(side), filter: filterName(t, filter), channel: channel + 1 });

/** A number and how far it may be off. */
export const offText = (value: number, error: number): string =>
  `${numberText(value, 2)} ± ${numberText(error, 2)}`;

/** How many sets there are, and how many weights in each. */
export function countText(t: Words, { tensors, fanIn }: Model): string {
  const [filters, channels, rows, columns] = tensors.value.before.shape;
  const weights = fanIn.value.toLocaleString('en');
  const all = (filters * fanIn.value).toLocaleString('en');
  return t(filters === 1 ? 'oneSet' : 'sets', { filters, channels, rows, columns, weights, all });
}

export const inputsText = (t: Words, { state }: Model): string =>
  t(`inputs.${state.answered.value.params.inputs}`);

/** What standardizing does to the outputs of the current filter. */
export function outcomeText(t: Words, model: Model): string {
  const { before, after, wanted, isFlat, isShort, mean } = model.numbers.value;
  const { form } = model.state.answered.value.params;
  const filter = filterName(t, model.filter.value);
  if (isFlat) return t('outcome.flat', { filter, mean: shortNumber(mean) });
  const off = Math.abs(after.mean) <= after.meanError ? 'off.within' : 'off.beyond';
  const values = {
    filter,
    mean: shortNumber(mean),
    before: numberText(before.mean, 2),
    after: numberText(after.mean, 2),
    error: numberText(after.meanError, 2),
    variance: numberText(after.variance, 2),
    expected: numberText(after.expectedVariance, 2),
    length: numberText(after.length, 2),
    wanted: numberText(wanted, 2),
    inputs: inputsText(t, model),
  };
  const length = isShort
    ? t(`short.${form}`, values)
    : t(form === 'plain' ? 'outcome.plain' : 'outcome.scaled', values);
  const shifts = Math.abs(model.state.answered.value.result.ofActivation.data[0]) > CENTRED;
  const shift = shifts ? 'outcome.mean' : 'outcome.centred';
  return `${t(shift, { ...values, off: t(off, values) })} ${length}`;
}

/** The current weight, what it shares its μ and σ with, and what becomes of it. */
export function elementText(t: Words, model: Model): string {
  const [n, c, h, w] = model.current.value;
  const { before, after } = model.values.value;
  const { mean, deviation } = model.numbers.value;
  return t('here', {
    filter: filterName(t, n),
    channel: c + 1,
    h: h + 1,
    w: w + 1,
    before: numberText(before, 2),
    after: shortNumber(after),
    weights: model.fanIn.value.toLocaleString('en'),
    mean: shortNumber(mean),
    deviation: shortNumber(deviation),
  });
}
