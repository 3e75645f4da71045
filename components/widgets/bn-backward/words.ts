import { decimalsFor, numberText, powerText } from '#charts/number-text.ts';
import type { Translate, Values } from '#i18n/translate.ts';
import { maxAbs } from '#nd/nd-array.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

/** Terms of a sum that are written out; of more, the first two and the last. */
const MOST_TERMS = 5;
/** What rounding leaves of float32 numbers that cancel, beside the largest of them. */
const ROUNDING = 1e-5;

/** No more decimals than a number has, and at most three. */
export const shortText = (value: number): string =>
  Math.abs(value) < ROUNDING ? '0' : numberText(value, decimalsFor([value], 3));

/** A number after a sign of arithmetic: in brackets if it has a sign of its own. */
export const bracketed = (value: number): string =>
  value <= -ROUNDING ? `(${shortText(value)})` : shortText(value);

/** Terms with plus signs between them. */
export function sumText(terms: readonly string[]): string {
  const shown = terms.length <= MOST_TERMS ? terms : [terms[0], terms[1], '…', terms.at(-1)];
  return shown.join(' + ');
}

/** ε as it is written. */
export const epsilonText = (epsilon: string): string =>
  ({ '0.00001': '10⁻⁵', '0.001': '10⁻³' })[epsilon] ?? epsilon;

/** A part of a whole in per cent; as a power of ten where it is tiny. */
const partText = (part: number): string =>
  part < 0.0005 ? powerText(part) : `${shortText(part * 100)} %`;

export function valuesOf(model: Model): Values {
  const { params, count, rows, lengths, statistics, directions, line, slip, step } = model;
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
    arrived: shortText(lengths.value.gradient),
    free: shortText(directions.value.free),
    rank: directions.value.rank,
    mean: shortText(line.value.level),
    slip: partText(slip.value),
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
