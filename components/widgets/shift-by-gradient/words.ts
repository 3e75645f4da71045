import { numberText } from '#charts/number-text.ts';
import type { Translate, Values } from '#i18n/translate.ts';
import { finalLoss } from '#lab/outcome.ts';
import { looksOf } from './data.ts';
import type { Model, Run } from './model.ts';
import type { Params } from './params.ts';
import type { Key } from './strings.ts';

/** A length of whatever size with about three digits. */
export function digits(value: number): string {
  const magnitude = Math.abs(value);
  return numberText(
    value,
    magnitude < 0.1 ? 4 : magnitude < 1 ? 3 : magnitude < 10 ? 2 : magnitude < 100 ? 1 : 0,
  );
}

export const cosineText = (cosine: number): string => numberText(cosine, 2);

/** A cosine's angle in degrees. */
export const angleText = (cosine: number): string =>
  numberText((Math.acos(Math.min(Math.max(cosine, -1), 1)) * 180) / Math.PI, 0);

export const rateText = (rate: number): string => String(Number(rate.toPrecision(3)));

/** A layer by its number, or as the one that gives the classes. */
export const layerText = (row: number, { params }: Model, t: Translate<Key>): string =>
  row === params.value.depth - 1 ? t('output') : t('nth', { layer: row + 2 });

/** What a run is made from. */
export function recipeText(params: Params, t: Translate<Key>): string {
  const { depth, width, rate, steps, seed, data } = params;
  return t('recipe', {
    depth,
    width,
    rate: rateText(rate),
    steps,
    seed,
    data: t(`data.${data}`),
    looks: looksOf(steps),
  });
}

export function valuesOf(model: Model, t: Translate<Key>): Values {
  const { depth, rate } = model.params.value;
  const { row, column } = model.shown.value;
  return {
    depth,
    rate: rateText(rate),
    layer: layerText(row, model, t),
    step: model.stepOf(column),
  };
}

/** What was measured, of all runs side by side. */
export const outcomeText = (model: Model, t: Translate<Key>): string =>
  [
    comparedText(model, t),
    ...model.runs.value.map((run) => lostText(run, t) || typicalText(run, t)),
  ].join(' ');

/** In how many layers the second run shifts more than the first: whichever way it turns out. */
export function comparedText(model: Model, t: Translate<Key>): string {
  const [first, second] = model.runs.value.map(({ treatment }) => t(treatment));
  const { cosines, distances, relative } = model.more.value;
  const layers = model.params.value.depth;
  return t('compared', { first, second, layers, cosines, distances, relative });
}

/** What kind of run it is: how far it turns its gradients, and how it has ended. */
export const kindText = ({ typical, losses }: Run, t: Translate<Key>): string =>
  t('kind', { cosine: cosineText(typical.cosines), loss: digits(finalLoss(losses)) });

const typicalText = ({ treatment, typical, losses }: Run, t: Translate<Key>): string =>
  t('outcome', {
    treatment: t(treatment),
    cosine: cosineText(typical.cosines),
    distance: digits(typical.distances),
    final: digits(finalLoss(losses)),
  });

/** That a run has left for good, if it has. */
export const lostText = ({ treatment, lostAt }: Run, t: Translate<Key>): string =>
  lostAt === undefined ? '' : t('lostAt', { treatment: t(treatment), step: lostAt + 1 });
