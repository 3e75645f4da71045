import { numberText } from '#charts/number-text.ts';
import type { Translate, Values } from '#i18n/translate.ts';
import { bestCells, type Cell, type Measure, type Model, type Side } from './model.ts';
import type { Params } from './params.ts';
import type { Key } from './strings.ts';
import { batchSizesOf, ratesOf } from './sweep.ts';

/** A learning rate: powers of two as the fractions that they are. */
export function rateText(rate: number): string {
  const inverse = 1 / rate;
  return rate < 1 && Math.log2(inverse) % 1 === 0
    ? `1/${inverse}`
    : String(Number(rate.toPrecision(3)));
}

/** A loss with about three digits. */
export const lossText = (loss: number): string =>
  numberText(loss, loss < 0.1 ? 3 : loss < 10 ? 2 : loss < 100 ? 1 : 0);

export const percentText = (part: number): string => numberText(100 * part, 0);

/** What is written in a cell of a map. */
export function cellText(cell: Cell, measure: Measure): string {
  if (cell.come === 0) return '';
  const value = cell[measure];
  if (!Number.isFinite(value)) return '×';
  return measure === 'accuracy' ? percentText(value) : numberText(value, value < 0.1 ? 3 : 2);
}

/** Whether some seed has left for good there. */
export const isPartlyLost = ({ lost }: Cell): boolean => lost > 0;

/** What is measured at a cell, in words. */
export function measuredText(cell: Cell, measure: Measure, t: Translate<Key>): string {
  if (cell.come === 0) return t('notYet');
  const value = cell[measure];
  if (!Number.isFinite(value))
    return cell.lostAt > 0 ? t('lostAt', { step: cell.lostAt }) : t('lost');
  return measure === 'accuracy' ? `${percentText(value)}%` : lossText(value);
}

/** What a sweep is made from. */
export function recipeText(params: Params, t: Translate<Key>): string {
  const { blocks, width, examples, epochs, data, seed, repeats } = params;
  const rates = ratesOf(params);
  return t('recipe', {
    blocks,
    width,
    examples,
    epochs,
    data: t(`data.${data}`),
    sizes: batchSizesOf(params).join(', '),
    lowest: rateText(rates[0]),
    highest: rateText(rates.at(-1) ?? NaN),
    seeds: repeats === 1 ? t('seed', { seed }) : t('seeds', { seed, last: seed + repeats - 1 }),
  });
}

export function valuesOf(model: Model): Values {
  const { blocks, examples, epochs } = model.params.value;
  const { row } = model.place.value;
  return {
    blocks,
    epochs,
    examples,
    others: 640 - examples,
    count: model.sizes.value.length * model.rates.value.length,
    size: model.size.value,
    rate: rateText(model.rate.value),
    ratio: rateText(model.rate.value / model.size.value),
    perEpoch: model.stepsPerEpoch(row),
    steps: epochs * model.stepsPerEpoch(row),
  };
}

/** The best of each batch size, of both networks in a sentence each. */
export const outcomeText = (model: Model, t: Translate<Key>): string =>
  model.sides.value.map((side) => bestText(side, model, t)).join(' ');

function bestText(side: Side, model: Model, t: Translate<Key>): string {
  const list = bestCells(side, 'loss').flatMap((cell, row) => {
    const column = side.best.loss[row];
    if (!cell || column === undefined) return [];
    const values = {
      size: model.sizes.value[row],
      rate: rateText(model.rates.value[column]),
      loss: lossText(cell.loss),
    };
    return [t('bestOf', values)];
  });
  return t('outcome', { network: t(side.kind), list: list.join(t('comma')) });
}

/** The best rate of each batch size, from the smallest up. */
export function bestRatesText(side: Side, model: Model, t: Translate<Key>): string {
  const rates = side.best[model.measure.value].map((column) =>
    column === undefined ? '–' : rateText(model.rates.value[column]),
  );
  return t('bestRates', { list: rates.join(' → ') });
}
