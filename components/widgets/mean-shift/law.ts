/** Terms of the series: from here on a correlation below 0.95 has a power below 0.01. */
const TERMS = 90;

/** Places from −10 to 10 where the activation is asked, as fine as `activationMoments` has them. */
export const lawPlaces = Float32Array.from({ length: 1281 }, (_, at) => at / 64 - 10);

/**
 * What an activation g makes of the correlation c of two standard normal numbers X, Y:
 *
 *     E[g(X) g(Y)] = Σ_k a_k² c^k,   a_k = E[g(Z) h_k(Z)]
 *
 * with h_k the normalized Hermite polynomials; each a_k by Simpson's rule. For ReLU it is
 * (√(1 − c²) + c (π − arccos c)) / 2π.
 *
 * @param values g at {@link lawPlaces}
 * @returns the mean product for a correlation from 0 to 1; at 1 it is E[g²]
 */
export function productLaw(values: ArrayLike<number>): (correlation: number) => number {
  const last = lawPlaces.length - 1;
  const mass = Float64Array.from(lawPlaces, (z, at) => {
    const weight = at === 0 || at === last ? 1 : at % 2 === 1 ? 4 : 2;
    return ((weight / 192) * Math.exp(-(z ** 2) / 2)) / Math.sqrt(2 * Math.PI);
  });
  const expected = (of: (at: number) => number): number =>
    mass.reduce((sum, each, at) => sum + each * of(at), 0);
  const squares: number[] = [];
  let below = new Float64Array(lawPlaces.length);
  let polynomial = new Float64Array(lawPlaces.length).fill(1);
  for (let k = 0; k < TERMS; k++) {
    const current = polynomial;
    squares.push(expected((at) => values[at] * current[at]) ** 2);
    polynomial = current.map(
      (value, at) => (lawPlaces[at] * value - Math.sqrt(k) * below[at]) / Math.sqrt(k + 1),
    );
    below = current;
  }
  // What the series leaves out has the highest powers of c, and is all there at 1.
  const rest = expected((at) => values[at] ** 2) - squares.reduce((sum, each) => sum + each, 0);
  return (correlation) =>
    squares.reduceRight((sum, each) => sum * correlation + each, Math.max(rest, 0));
}
