import type { NdArray } from '#nd/nd-array.ts';

/** Rounds over all pairs; the off-diagonal part shrinks quadratically, and a dozen rows need about six. */
const SWEEPS = 10;

/**
 * All eigenvalues of a symmetric matrix, in ascending order, by Jacobi's rotations: each makes one
 * pair of entries off the diagonal 0.
 * @param matrix [n, n]
 */
export function eigenvalues({ shape: [n], data }: NdArray): Float32Array {
  const entries = Float64Array.from(data);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(entries, n, p, q);
  }
  return Float32Array.from({ length: n }, (_, index) => entries[index * (n + 1)]).sort();
}

function rotate(entries: Float64Array, n: number, p: number, q: number): void {
  const between = entries[p * n + q];
  if (between === 0) return;
  const theta = (entries[q * n + q] - entries[p * n + p]) / (2 * between);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  const turn = (first: number, second: number): void => {
    const [a, b] = [entries[first], entries[second]];
    entries[first] = cosine * a - sine * b;
    entries[second] = sine * a + cosine * b;
  };
  for (let k = 0; k < n; k++) turn(k * n + p, k * n + q);
  for (let k = 0; k < n; k++) turn(p * n + k, q * n + k);
}
