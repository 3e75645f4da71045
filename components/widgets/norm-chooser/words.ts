import type { Translate } from '#i18n/translate.ts';
import type { Question } from './advice.ts';
import type { Model } from './model.ts';
import type { NormName } from './norms.ts';
import type { Key } from './strings.ts';

const MINUS = '\u2212';

/** Points with their sign: +3, −2, 0. */
export const pointsText = (points: number): string =>
  points > 0 ? `+${points}` : points < 0 ? `${MINUS}${-points}` : '0';

/** Short names of norms that share a place. */
export const namesOf = (t: Translate<Key>, norms: readonly NormName[]): string =>
  norms.length === 0 ? t('nobody') : norms.map((norm) => t(`short.${norm}`)).join(', ');

/** The shape of the tensor that the statistics are taken of. */
export function shapeText({ state }: Model): string {
  const { batch, channels, side } = state.answered.value.params;
  return [batch, channels, side, side].join(', ');
}

/** An answer that a rule has looked at, in the words of the figure. */
export function answerText(t: Translate<Key>, { situation }: Model, question: Question): string {
  const { task, architecture, batch, cells } = situation.value;
  const texts: Readonly<Record<Question, string>> = {
    task: t(`task.${task}`),
    architecture: t(`architecture.${architecture}`),
    batch: t('batchIs', { batch }),
    cells: t('cellsAre', { cells }),
    values: t('valuesAre', { values: batch * cells }),
  };
  return texts[question];
}

/** The advice in one sentence. */
export function adviceText(t: Translate<Key>, model: Model): string {
  const { task, architecture, batch } = model.situation.value;
  const { points } = model.advice.value[0];
  return t((['adviceNone', 'adviceFirst'] as const)[model.first.value.length] ?? 'adviceTie', {
    norms: model.first.value.map((norm) => t(`norm.${norm}`)).join(t('and')),
    task: t(`task.${task}`),
    architecture: t(`architecture.${architecture}`),
    batch,
    points: pointsText(points),
  });
}
