import { decimalsFor, numberText, powerText, shortNumber } from '#charts/number-text.ts';
import type { Translate, Values } from '#i18n/translate.ts';
import type { Model } from './model.ts';
import { isKept, plainKindOf } from './outcome.ts';
import type { Key } from './strings.ts';

const MINUS = '−';

/** Eight digits, at most seven of them decimals, and no zeros at the end; powers of ten far from 1. */
export function preciseText(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e7)) return powerText(value, 3);
  return trimmed(value, decimalsOf(size || 1, 8));
}

/** A prediction with changes that are known to five digits: no finer than the largest of them is. */
export function predictionText(value: number, largest: number): string {
  if (Math.abs(value) >= 1e5) return powerText(value, 3);
  return trimmed(value, decimalsOf(largest || 1, 5));
}

/** Decimals, at most seven, that give a number of this size so many digits. */
const decimalsOf = (size: number, digits: number): number =>
  Math.min(Math.max(digits - 1 - Math.floor(Math.log10(size)), 0), 7);

/** Without zeros at the end. */
function trimmed(value: number, decimals: number): string {
  const fixed = Math.abs(value).toFixed(decimals);
  const text = fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed;
  return value < 0 && Number(text) !== 0 ? MINUS + text : text;
}

/** Five digits of a change, which may have any size. */
export function changeText(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e5)) return powerText(value, 3);
  return signed(value, String(Number(size.toPrecision(5))));
}

/** A slope that may be nothing but what an ε and rounding leave: then two digits are enough. */
export const slopeText = (value: number): string =>
  Math.abs(value) < 1e-3 ? powerText(value, 1) : changeText(value);

/** A step length in as many digits as it has, at most four. */
export function lengthText(value: number): string {
  if (value !== 0 && (value < 1e-3 || value >= 1e5)) {
    const digits = Number(value.toPrecision(4)).toExponential().split('e')[0];
    return powerText(value, Math.max(digits.length - 2, 0));
  }
  return String(Number(value.toPrecision(4)));
}

/** A number in brackets if it has a sign of its own, to stand after a sign of arithmetic. */
export const inBrackets = (text: string): string => (text.startsWith(MINUS) ? `(${text})` : text);

const signed = (value: number, text: string): string => (value < 0 ? MINUS + text : text);

/** A number of a table: three decimals, of large numbers less. */
export const cellText = (value: number): string =>
  Math.abs(value) < 100 ? shortNumber(value) : changeText(value);

export const inputText = (value: number): string => numberText(value, decimalsFor([value], 3));

/** A number beside a mark of a plot. */
export const shortText = (value: number): string =>
  Math.abs(value) >= 0.001 || value === 0
    ? numberText(value, Math.abs(value) >= 100 ? 1 : 4)
    : powerText(value);

/** What goes through the chain, in words. */
export const chainList = (values: readonly number[]): string => values.map(shortNumber).join(', ');

export function valuesOf(model: Model): Values {
  const { before, promised, after } = model.outcome.value;
  const norm = model.normOutcome.value;
  const { normalized } = model.shapes.value;
  const tenth = model.tenth.value;
  return {
    layers: model.layers.value,
    done: model.done.value,
    epsilon: lengthText(model.epsilon.value),
    weights: model.weights.value.map(inputText).join(', '),
    input: inputText(model.input.value),
    before: preciseText(before),
    promised: preciseText(promised),
    after: preciseText(after),
    promisedChange: preciseText(promised - before),
    trueChange: preciseText(after - before),
    normPromisedChange: numberText(norm.promised - norm.before, 4),
    normTrueChange: numberText(norm.after - norm.before, 4),
    skewnessBefore: numberText(normalized.before.skewness, 2),
    skewnessAfter: numberText(normalized.now.skewness, 2),
    tenthLength: tenth ? lengthText(tenth.length) : '',
    tenthChange: tenth ? preciseText(tenth.output - before) : '',
  };
}

/** What the step did, and what it did with a normalization. */
export function outcomeText(model: Model, t: Translate<Key>): string {
  const values = valuesOf(model);
  const kind = plainKindOf(model.outcome.value);
  const isPart = kind !== 'still' && model.done.value < model.layers.value;
  const plain = t(isPart ? 'outcome.part' : `outcome.${kind}`, values);
  if (!model.isNormalized.value || model.epsilon.value === 0) return plain;
  return t('both', { plain, norm: t(`norm.${normKind(model)}`, values) });
}

function normKind({ params, isTurned, normOutcome }: Model): 'relu' | 'turned' | 'kept' | 'damped' {
  if (params.value.beside === 'relu-norm') return 'relu';
  if (isTurned.value) return 'turned';
  return isKept(normOutcome.value) ? 'kept' : 'damped';
}
