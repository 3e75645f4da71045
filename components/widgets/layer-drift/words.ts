import { numberText } from '#charts/number-text.ts';
import type { Translate, Values } from '#i18n/translate.ts';
import { finalLoss } from '#lab/outcome.ts';
import { latest, type Model, type Run } from './model.ts';
import type { Params } from './params.ts';
import type { Key } from './strings.ts';

/** How one run has ended, or where it is. */
export function outcomeOf(run: Run, t: Translate<Key>): string {
  if (run.lostAt !== undefined) return t('lostAt', { step: run.lostAt + 1 });
  return t('ended', {
    loss: numberText(finalLoss(run.losses), 2),
    accuracy: numberText(100 * latest(run.accuracy), 0),
  });
}

/** What a run is made from. */
export function recipeText(params: Params, t: Translate<Key>): string {
  const { depth, width, rate, steps, seed, data } = params;
  return t('recipe', { depth, width, rate: rateText(rate), steps, seed, data: t(`data.${data}`) });
}

export const rateText = (rate: number): string => numberText(rate, rate < 0.1 ? 2 : 1);

export function valuesOf(model: Model): Values {
  const { depth, width, rate, steps } = model.params.value;
  return {
    depth,
    width,
    rate: rateText(rate),
    steps,
    layer: model.layer.value,
    step: model.step.value,
  };
}

/** All runs side by side, in one sentence each. */
export function outcomeText(model: Model, t: Translate<Key>): string {
  return model.runs.value
    .map((run) =>
      t('outcome', {
        treatment: t(run.treatment),
        ended: outcomeOf(run, t),
        drift: numberText(meanOf(run.drift.subarray(1)), 2),
      }),
    )
    .join(' ');
}

function meanOf(row: Float32Array): number {
  const come = row.filter(Number.isFinite);
  return come.length === 0 ? 0 : come.reduce((sum, each) => sum + each, 0) / come.length;
}
