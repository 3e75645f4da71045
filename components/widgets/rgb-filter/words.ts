import { decimalsFor, numberText, powerText } from '#charts/number-text.ts';
import type { Values } from '#i18n/translate.ts';
import { extent, type NdArray } from '#nd/nd-array.ts';
import type { Model } from './model.ts';
import { channels } from './params.ts';

const SUM = { first: '', plus: '+', minus: '−' } as const;

/** One addend of a printed sum: its sign, apart from the first one's, and its size. */
export type Addend = { readonly sign: (typeof SUM)[keyof typeof SUM]; readonly text: string };

/** Decimals that the cells of all maps are printed with. */
export function mapDecimals({ state }: Model): number {
  const { partial, output } = state.answered.value.result;
  return Math.max(1, decimalsFor([...partial.data, ...output.data]));
}

/** A 1 × 1 filter has room for whole weights: those of brightness have four decimals. */
export function weightDecimals({ data }: NdArray): number {
  if (data.length > channels.length) return decimalsFor(data);
  return [0, 1, 2, 3].find((count) => data.every((weight) => isPrinted(weight, count))) ?? 4;
}

export function addendOf(value: number, decimals: number, first: boolean): Addend {
  if (first) return { sign: SUM.first, text: numberText(value, decimals) };
  const sign = Number(value.toFixed(decimals)) < 0 ? SUM.minus : SUM.plus;
  return { sign, text: numberText(Math.abs(value), decimals) };
}

/** = where the numbers as they are printed add up to what is printed, ≈ where rounding shows. */
export function equality(terms: readonly number[], sum: number, decimals: number): '=' | '≈' {
  const printed = (value: number): number => Number(value.toFixed(decimals));
  const total = terms.reduce((all, term) => all + printed(term), 0);
  return Math.abs(total - printed(sum)) < 0.5 * 10 ** -decimals ? '=' : '≈';
}

/** What a cell of a map is the sum of: every weight that is not 0 with the value that it meets. */
export function productsOf(model: Model, channel: number) {
  const { kernel, image } = model.state.answered.value.params;
  const decimals = [weightDecimals(kernel), decimalsFor(image.data)] as const;
  const sum = model.addends.value[channel];
  const sumDecimals = mapDecimals(model);
  const taps = model.taps.value[channel].map((tap, index) => ({ ...tap, index }));
  const used = taps.filter(({ weight }) => weight !== 0);
  const exact = used.every(
    ({ weight, value }) => isPrinted(weight, decimals[0]) && isPrinted(value, decimals[1]),
  );
  return {
    terms: used.map(({ weight, value, index }, place) => {
      const { sign, text } = addendOf(weight, decimals[0], place === 0);
      const factor = numberText(value, decimals[1]);
      return { sign, text: `${text} × ${value < 0 ? `(${factor})` : factor}`, index };
    }),
    equals: exact && isPrinted(sum, sumDecimals) ? '=' : '≈',
    sum: numberText(sum, sumDecimals),
  };
}

/** Whether these decimals show all there is of a number, but for what float32 rounds. */
function isPrinted(value: number, decimals: number): boolean {
  return Math.abs(value - Number(value.toFixed(decimals))) <= 1e-5 * Math.max(1, Math.abs(value));
}

export function valuesOf(model: Model): Values {
  const { params, result } = model.state.answered.value;
  const [least, most] = extent(result.output.data);
  const { row, column } = model.current.value;
  const addends = model.addends.value.map((value) => numberText(value, 2));
  return {
    image: params.image.shape.slice(1).join(' × '),
    kernel: params.kernel.shape.slice(1).join(' × '),
    output: result.output.shape.join(' × '),
    weights: params.kernel.data.length,
    stride: params.stride,
    padding: params.padding,
    row: row + 1,
    column: column + 1,
    ...Object.fromEntries(channels.map((name, channel) => [name, addends[channel]])),
    bias: numberText(params.bias, 2),
    sum: numberText(model.sum.value, 2),
    least: numberText(least, 2),
    most: numberText(most, 2),
    difference: powerText(model.difference.value),
  };
}
