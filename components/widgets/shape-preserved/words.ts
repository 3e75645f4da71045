import { numberText } from '#charts/number-text.ts';
import type { Translate, Values } from '#i18n/translate.ts';
import type { Model, Moments } from './model.ts';
import type { Key } from './strings.ts';

export type Moment = 'mean' | 'variance' | 'skewness' | 'kurtosis';

const isOfShape = (name: Moment): boolean => name === 'skewness' || name === 'kurtosis';

/** A moment; none where there is no shape. */
export function momentText(moments: Moments, name: Moment): string {
  return moments.flat && isOfShape(name) ? '–' : numberText(moments[name], 2);
}

/** What has become of a moment: of a shape to more digits, since it should be nothing. */
export function differenceText(before: Moments, after: Moments, name: Moment): string {
  if ((before.flat || after.flat) && isOfShape(name)) return '–';
  return numberText(after[name] - before[name], isOfShape(name) ? 4 : 2);
}

const percent = (part: number): string => `${numberText(100 * part, 0)}%`;

export function momentValues({ before, after, distance, state }: Model): Values {
  const { size, gamma, beta } = state.answered.value.params;
  const of = (moments: Moments, name: Moment): string => momentText(moments, name);
  return {
    size,
    gamma: numberText(gamma, 1),
    beta: numberText(beta, 1),
    mean: of(before.value, 'mean'),
    variance: of(before.value, 'variance'),
    skewness: of(before.value, 'skewness'),
    kurtosis: of(before.value, 'kurtosis'),
    meanAfter: of(after.value, 'mean'),
    varianceAfter: of(after.value, 'variance'),
    skewnessAfter: of(after.value, 'skewness'),
    kurtosisAfter: of(after.value, 'kurtosis'),
    distance: percent(distance.value.measured),
    byChance: percent(distance.value.byChance),
  };
}

/** What has happened to the shape, and how far it is from a bell. */
export function outcomeText(model: Model, t: Translate<Key>): string {
  const { gamma } = model.state.answered.value.params;
  const values = momentValues(model);
  const flat = model.after.value.flat;
  const mirrored = model.stage.value === 'y' && gamma < 0;
  const outcome = flat ? 'outcome.flat' : mirrored ? 'outcome.mirrored' : 'outcome.kept';
  return `${t(outcome, values)} ${t('outcome.bell', values)}`;
}
