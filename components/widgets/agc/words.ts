import { powerText } from '#charts/number-text.ts';
import type { Translate, Values } from '#i18n/translate.ts';
import { isBeyond, isShortened, type Model } from './model.ts';
import type { Key } from './strings.ts';

/** Smaller numbers are written with a power of ten. */
const SMALL = 0.0005;

/** Three digits, without zeros at the end. */
export function shortText(value: number): string {
  if (!Number.isFinite(value)) return '∞';
  const size = Math.abs(value);
  if (size === 0) return '0';
  const digits = Number(size.toPrecision(3));
  if (size >= SMALL && size < 1e5) return `${value < 0 ? '−' : ''}${digits}`;
  const decimals = [0, 1, 2].find(
    (count) => Math.abs(Number(size.toExponential(count)) / digits - 1) < 1e-9,
  );
  return powerText(value < 0 ? -digits : digits, decimals);
}

/** The same in few letters, for a column of a table. */
export const narrowText = (value: number): string => shortText(value).replace(' × ', '·');

/** The same as it can be typed, for a cell. */
export function typedText(value: number, digits = 3): string {
  const size = Math.abs(value);
  const number = Number(size.toPrecision(digits));
  const text = size >= 0.001 || size === 0 ? String(number) : number.toExponential();
  return `${value < 0 ? '−' : ''}${text.replace('e-', 'e−')}`;
}

/** A cell that nobody types into has fewer digits where three would not fit. */
export function cellText(value: number): string {
  const texts = [3, 2].map((digits) => typedText(value, digits));
  return texts.find((text) => text.length <= (text.includes('e') ? 5 : 6)) ?? typedText(value, 1);
}

/** A part of a whole in per cent. */
export const percentText = (part: number): string => `${shortText(100 * part)}%`;

/** What a gradient is multiplied by. */
export const timesText = (factor: number): string => `× ${shortText(factor)}`;

/** ε as it is written. */
export const epsilonText = (epsilon: string): string =>
  ({ '0.0001': '10⁻⁴', '0.001': '10⁻³' })[epsilon] ?? epsilon;

export function valuesOf({ params, whole }: Model): Values {
  const { lambda, epsilon, limit, rate } = params.value;
  const { ratio, gradientNorm, adaptive = 1, global } = whole.value;
  return {
    lambda: shortText(lambda),
    epsilon: epsilonText(epsilon),
    limit: shortText(limit),
    rate: shortText(rate),
    ratio: shortText(ratio),
    norm: shortText(gradientNorm),
    adaptive: shortText(adaptive),
    global: shortText(global),
    bound: percentText(lambda * rate),
  };
}

/** Sentences one after the other. */
const inTurn = (sentences: readonly string[], t: Translate<Key>): string =>
  sentences.reduce((first, second) => t('then', { first, second }));

/** Units by their numbers, from 1. */
function unitsText(indices: readonly number[], t: Translate<Key>): string {
  const units = indices.map((index) => index + 1).join(t('comma'));
  return t(indices.length === 1 ? 'unitOne' : 'unitMany', { units });
}

function adaptiveText(model: Model, t: Translate<Key>): string {
  const { groups, units, whole, params } = model;
  const { shortened, beyond, stuck } = groups.value;
  const values = valuesOf(model);
  if (params.value.unit === 'whole') {
    if (isShortened(whole.value.adaptive)) return t('wholeClips', values);
    return beyond.length > 0
      ? t('wholeHides', { ...values, units: unitsText(beyond, t) })
      : t('wholeNothing', values);
  }
  const isAll = shortened.length === units.value.length;
  const key = shortened.length === 0 ? 'adaptiveNothing' : isAll ? 'adaptiveAll' : 'adaptiveSome';
  const sentence = t(key, { ...values, units: unitsText(shortened, t) });
  return stuck.length === 0
    ? sentence
    : inTurn([sentence, t('adaptiveStuck', { units: unitsText(stuck, t) })], t);
}

function globalText(model: Model, t: Translate<Key>): string {
  const { groups, whole } = model;
  const { fine, left } = groups.value;
  const values = valuesOf(model);
  const isClipped = isShortened(whole.value.global);
  const sentences = [
    t(isClipped ? 'globalClips' : 'globalNothing', values),
    ...(isClipped && fine.length > 0 ? [t('globalFine', { units: unitsText(fine, t) })] : []),
    ...(left.length > 0 ? [t('globalLeaves', { units: unitsText(left, t) })] : []),
  ];
  return inTurn(sentences, t);
}

/** What either way of clipping does, in a few sentences. */
export const outcomeText = (model: Model, t: Translate<Key>): string =>
  inTurn([adaptiveText(model, t), globalText(model, t)], t);

/** Every unit in a clause. */
export function unitTexts(model: Model, t: Translate<Key>): string {
  const { lambda } = model.params.value;
  const clauses = model.units.value.map(({ index, star, gradientNorm, ratio, adaptive, global }) =>
    t('unitText', {
      index: index + 1,
      star: shortText(star),
      gradient: shortText(gradientNorm),
      ratio: shortText(ratio),
      side: t(isBeyond(ratio, lambda) ? 'beyond' : 'within'),
      adaptive: shortText(gradientNorm * adaptive),
      global: shortText(gradientNorm * global),
    }),
  );
  return inTurn(clauses, t);
}
