const MINUS = '\u2212';

/** A number as figures print it: real minus sign, no negative zero, exponents only where it must. */
export function numberText(value: number, decimals: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value < 0 ? `${MINUS}∞` : '∞';
  const magnitude = Math.abs(value);
  const text =
    magnitude >= 1e5
      ? magnitude.toExponential(1).replace('.0', '').replace('+', '')
      : magnitude.toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? MINUS + text : text;
}

/** A number of a formula: three decimals; from 1000 on, one. */
export const shortNumber = (value: number): string =>
  numberText(value, Math.abs(value) >= 1000 ? 1 : 3);

/** A number after a sign of arithmetic: in brackets if it has a sign of its own. */
export const signedNumber = (value: number): string =>
  value < 0 ? `(${shortNumber(value)})` : shortNumber(value);

/** Fewest decimals, at most `most`, that show every value to within a thousandth of the largest. */
export function decimalsFor(data: ArrayLike<number>, most = 2): number {
  const values = Array.from(data).filter(Number.isFinite);
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  const limit = largest >= 1000 ? 0 : largest >= 100 ? Math.min(1, most) : most;
  for (let decimals = 0; decimals < limit; decimals++) {
    const scale = 10 ** decimals;
    const exact = values.every(
      (value) => Math.abs(value - Math.round(value * scale) / scale) <= 1e-3 * largest,
    );
    if (exact) return decimals;
  }
  return limit;
}

/**
 * A very small or large quantity such as 2 × 10⁻⁷, with as many decimals of its factor as asked for;
 * exact powers of ten without a factor.
 */
export function powerText(value: number, decimals = 0): string {
  if (value === 0 || !Number.isFinite(value)) return numberText(value, 0);
  const magnitude = Math.abs(value);
  const sign = value < 0 ? MINUS : '';
  const [digits, exponent] = magnitude.toExponential(decimals).split('e');
  const superscript = [...String(Number(exponent))]
    .map((digit) => (digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]))
    .join('');
  const exact = Math.abs(magnitude / 10 ** Number(exponent) - 1) < 1e-9;
  return exact ? `${sign}10${superscript}` : `${sign}${digits} × 10${superscript}`;
}
