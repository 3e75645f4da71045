import { decimalsFor, numberText, shortNumber } from '#charts/number-text.ts';
import type { Values } from '#i18n/translate.ts';
import type { Model } from './model.ts';

/** Terms of a sum that are written out; of more, the first and the last. */
const MOST_TERMS = 6;

/** A number as a reader has set it: no more decimals than it has. */
export const inputText = (value: number): string => numberText(value, decimalsFor([value], 3));

/** ε as it is written. */
export const epsilonText = (epsilon: string): string =>
  ({ '0': '0', '0.00001': '10⁻⁵', '0.001': '10⁻³' })[epsilon] ?? epsilon;

/** Numbers with plus signs between them. */
export function sumText(data: Float32Array, decimals: number): string {
  const texts = Array.from(data, (value) =>
    value < 0 ? `(${numberText(value, decimals)})` : numberText(value, decimals),
  );
  return (texts.length <= MOST_TERMS ? texts : [texts[0], texts[1], '…', texts.at(-1)]).join(' + ');
}

export function valuesOf({ params, statistics, measured, step, rows, count }: Model): Values {
  const { x, gamma, beta, epsilon } = params.value;
  const list = (data: Float32Array): string =>
    Array.from(data, (value) => numberText(value, 2)).join(', ');
  return {
    count: count.value,
    step: step.value,
    x: Array.from(x.data, inputText).join(', '),
    gamma: inputText(gamma),
    beta: inputText(beta),
    epsilon: epsilonText(epsilon),
    mean: shortNumber(statistics.value.mean),
    variance: shortNumber(statistics.value.variance),
    normalized: list(rows.value[2].data),
    y: list(rows.value[3].data),
    outMean: shortNumber(measured.value.mean),
    outVariance: shortNumber(measured.value.variance),
  };
}

/** How far two numbers are apart; what rounding leaves of float32 numbers is none. */
export function differenceText(a: number, b: number): string {
  const difference = Math.abs(a - b);
  return difference < 1e-5 * Math.max(1, Math.abs(b)) ? '0' : numberText(difference, 5);
}
