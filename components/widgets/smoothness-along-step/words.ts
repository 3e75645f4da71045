import { numberText } from '#charts/number-text.ts';
import type { Translate, Values } from '#i18n/translate.ts';
import { finalLoss } from '#lab/outcome.ts';
import type { Model, Run } from './model.ts';
import { looksOf, multiplesOf } from './data.ts';
import type { Params } from './params.ts';
import type { Key } from './strings.ts';

/** A number of whatever size with about three digits. */
export function digits(value: number): string {
  const magnitude = Math.abs(value);
  return numberText(
    value,
    magnitude < 0.1 ? 4 : magnitude < 1 ? 3 : magnitude < 10 ? 2 : magnitude < 100 ? 1 : 0,
  );
}

/** A step size in learning rates. */
export const multipleText = (multiple: number): string => String(Number(multiple.toFixed(2)));

export const rateText = (rate: number): string => String(Number(rate.toPrecision(3)));

/** What a run is made from. */
export function recipeText(params: Params, t: Translate<Key>): string {
  const { depth, width, rate, steps, seed, data, reach } = params;
  return t('recipe', {
    depth,
    width,
    rate: rateText(rate),
    steps,
    seed,
    data: t(`data.${data}`),
    looks: looksOf(steps),
    nearest: multipleText(multiplesOf(reach)[0]),
    farthest: multipleText(reach),
  });
}

export function valuesOf(model: Model): Values {
  const { depth, rate, reach } = model.params.value;
  return {
    depth,
    rate: rateText(rate),
    farthest: multipleText(reach),
    step: model.step.value,
    multiple: multipleText(model.multiples.value[model.point.value]),
  };
}

/** All runs side by side, in one sentence each. */
export function outcomeText(model: Model, t: Translate<Key>): string {
  return model.runs.value.map((run) => lostText(run, t) || outcomeOf(run, t)).join(' ');
}

const outcomeOf = (run: Run, t: Translate<Key>): string =>
  t('outcome', {
    treatment: t(run.treatment),
    range: digits(run.typical.loss),
    change: digits(run.typical.change),
    beta: digits(run.typical.ratio),
    final: digits(finalLoss(run.losses)),
  });

/** That a run has left for good, if it has. */
export const lostText = ({ treatment, lostAt }: Run, t: Translate<Key>): string =>
  lostAt === undefined ? '' : t('lostAt', { treatment: t(treatment), step: lostAt + 1 });
