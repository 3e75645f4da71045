import { numberText, powerText } from '#charts/number-text.ts';
import type { Translate } from '#i18n/translate.ts';
import { channelsOf } from './data.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

type T = Translate<Key>;

/** Three digits; what explodes as a power of ten. */
export function valueText(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) < 1e4) {
    const decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 3;
    return numberText(value, decimals);
  }
  return powerText(value, 1);
}

export const percent = (part: number): string =>
  `${part > 0 ? '+' : ''}${numberText(100 * part, 1)}%`;

export const alphaText = (alpha: number): string => `α = ${numberText(alpha, 2)}`;

/** Where every network ends, in one sentence each. */
export function outcomeText(model: Model, t: T): string {
  const { blocks, alpha, stages } = model.params.value;
  const ends = model.networks.value.map(({ kind, curves }) =>
    t('end', { name: t(`kind.${kind}`), variance: valueText(curves.variance.at(-1) ?? NaN) }),
  );
  if (ends.length === 0) return t('nothing');
  const expected = model.prediction.value.variances.at(-1) ?? NaN;
  const said = t('outcome', { blocks, ends: ends.join(t('between')) });
  return model.free.value
    ? `${said}${t(stages === 'one' ? 'expects' : 'expectsAnew', {
        square: String(Number((alpha ** 2).toFixed(4))),
        expected: valueText(expected),
      })}`
    : said;
}

/** For a summary and a description. */
export function valuesOf(model: Model, t: T) {
  const { blocks, alpha, activation, layer } = model.params.value;
  return {
    blocks,
    width: channelsOf(model.params.value),
    alpha: numberText(alpha, 2),
    activation: t(`activation.${activation}`),
    layer: t(`layer.${layer}`),
  };
}
