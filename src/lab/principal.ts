import { dot, lengthOf } from './vectors.ts';

/** 2^14 steps of the power method: enough to tell variances one thousandth apart. */
const SQUARINGS = 14;

/** Less than this part of the variance is rounding. */
const LEAST = 1e-12;

export type Principal = {
  /** Of length 1 and at right angles, by how much the points differ along them; of no length where they do not. */
  readonly directions: readonly Float32Array[];
  /** Part of the points' variance along each direction. */
  readonly shares: readonly number[];
};

/**
 * The directions in which points differ most, from their mean.
 * @param count how many
 */
export function principalDirections(points: readonly Float32Array[], count: number): Principal {
  const differences = fromMean(points);
  const products = differences.map((a) => Float64Array.from(differences, (b) => dot(a, b)));
  const total = products.reduce((sum, row, index) => sum + row[index], 0) || 1;
  const directions: Float32Array[] = [];
  const shares: number[] = [];
  for (let index = 0; index < count; index++) {
    const vector = leadingVector(products);
    const along = dot(
      vector,
      products.map((row) => dot(row, vector)),
    );
    const variance = along > LEAST * total ? along : 0;
    directions.push(combined(differences, vector, variance && 1 / Math.sqrt(variance)));
    shares.push(variance / total);
    products.forEach((row, a) =>
      row.forEach((_, b) => (row[b] -= variance * vector[a] * vector[b])),
    );
  }
  return { directions, shares };
}

function fromMean(points: readonly Float32Array[]): Float64Array[] {
  const mean = Float64Array.from(points[0], (_, at) => {
    return points.reduce((sum, point) => sum + point[at], 0) / points.length;
  });
  return points.map((point) => Float64Array.from(point, (value, at) => value - mean[at]));
}

/** Unit vector of the largest eigenvalue of a symmetric positive semi-definite matrix; 0 if that is 0. */
function leadingVector(matrix: readonly Float64Array[]): Float64Array {
  let power = matrix;
  for (let squaring = 0; squaring < SQUARINGS; squaring++) {
    const most = Math.max(...power.map((row, index) => row[index])) || 1;
    const scaled = power.map((row) => row.map((value) => value / most));
    // Symmetric: a column is a row.
    power = scaled.map((row) => Float64Array.from(scaled, (column) => dot(row, column)));
  }
  // Any column will do that is not 0, and the longest one is the most exact.
  const lengths = power.map(lengthOf);
  const longest = lengths.indexOf(Math.max(...lengths));
  return power[longest].map((value) => value / (lengths[longest] || 1));
}

function combined(
  vectors: readonly Float64Array[],
  weights: Float64Array,
  factor: number,
): Float32Array {
  return Float32Array.from(vectors[0], (_, at) => {
    return factor * vectors.reduce((sum, vector, index) => sum + weights[index] * vector[at], 0);
  });
}
