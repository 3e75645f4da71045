import { numberText, powerText } from '#charts/number-text.ts';
import type { Translate, Values } from '#i18n/translate.ts';
import { maxAbs } from '#nd/nd-array.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

/** What rounding leaves of float32 numbers that cancel, beside the largest of them. */
const ROUNDING = 1e-5;

/** To three decimals, without zeros at the end; as a power of ten where that would be nothing. */
export function shortText(value: number): string {
  const size = Math.abs(value);
  if (size < ROUNDING) return '0';
  if (size < 0.0005) return `${value < 0 ? '−' : ''}${powerText(size)}`;
  if (size >= 1000) return numberText(value, 1);
  const decimals = [0, 1, 2].find((digits) => Math.abs(size - Number(size.toFixed(digits))) < 5e-4);
  return numberText(value, decimals ?? 3);
}

/** A number after a sign of arithmetic: in brackets if it has a sign of its own. */
export const bracketed = (value: number): string =>
  value <= -ROUNDING ? `(${shortText(value)})` : shortText(value);

/** Terms with plus signs between them; of more than fit, the first two and the last. */
export function sumText(terms: readonly string[], most: number): string {
  const shown = terms.length <= most ? terms : [terms[0], terms[1], '…', terms.at(-1)];
  return shown.join(' + ');
}

/** A sum of numbers, written out. */
export function sumOf([first, ...others]: Float32Array): string {
  return sumText([shortText(first), ...others.map(bracketed)], 4);
}

/** ε as it is written. */
export const epsilonText = (epsilon: string): string =>
  ({ '0.00001': '10⁻⁵', '0.001': '10⁻³' })[epsilon] ?? epsilon;

/** What squared lengths are multiplied by on the way through. */
export const squareText = ({ params }: Model): string =>
  params.value.epsilon === '0' ? 'γ²/σ²' : 'γ²/(σ² + ε)';

/** A quantity that may be tiny without being rounding. */
export const smallText = (value: number): string =>
  value < 0.0005 ? powerText(value < 1e-12 ? 0 : value) : shortText(value);

/** A part of a whole in per cent; as a power of ten where it is tiny. */
const partText = (part: number): string =>
  part < 0.0005 ? powerText(part) : `${shortText(part * 100)}%`;

export function valuesOf(model: Model): Values {
  const { params, count, rows, lengths, statistics, line, slip, step } = model;
  const { gamma, epsilon } = params.value;
  const { x, upstream, rest, gradient } = rows.value;
  const list = (data: Float32Array): string => Array.from(data, shortText).join(', ');
  const { upstream: whole, common, along } = lengths.value;
  return {
    count: count.value,
    step: step.value,
    gamma: shortText(gamma),
    epsilon: epsilonText(epsilon),
    sigma: shortText(Math.sqrt(statistics.value.variance)),
    factor: shortText(statistics.value.factor),
    x: list(x.data),
    upstream: list(upstream.data),
    rest: list(rest.data),
    gradient: list(gradient.data),
    whole: shortText(whole),
    common: shortText(common),
    along: shortText(along),
    left: shortText(lengths.value.rest),
    square: squareText(model),
    arrived: shortText(lengths.value.gradient),
    mean: shortText(line.value.level),
    slip: partText(slip.value.part),
  };
}

/** What the straight line makes of the points: the key of a sentence. */
function caseOf({ rows, count }: Model): Key {
  const { upstream, common, along, rest } = rows.value;
  const whole = maxAbs(upstream.data);
  const isNothing = ({ data }: typeof rest): boolean => maxAbs(data) <= ROUNDING * whole;
  if (whole === 0) return 'silent';
  if (isNothing(rest)) {
    if (count.value === 2) return 'two';
    if (isNothing(along)) return 'onlyCommon';
    return isNothing(common) ? 'onlyAlong' : 'onLine';
  }
  return isNothing(common) && isNothing(along) ? 'allPasses' : 'some';
}

/** What has become of the gradient, in a sentence or two. */
export function outcomeText(model: Model, t: Translate<Key>): string {
  const values = valuesOf(model);
  const { epsilon } = model.params.value;
  const outcome = t(caseOf(model), values);
  return epsilon === '0' ? outcome : t('slips', { ...values, outcome });
}
