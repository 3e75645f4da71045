/**
 * Quantiles of values that are in order, evenly from the smallest to the largest.
 * @param count how many, 2 or more
 */
export function quantilesOf(sorted: ArrayLike<number>, count: number): number[] {
  return Array.from({ length: count }, (_, index) => {
    const place = (index / (count - 1)) * (sorted.length - 1);
    const below = Math.floor(place);
    const above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  });
}

/**
 * How far values have to move, on average, for one set of them to become another of the same size: the
 * first Wasserstein distance. Both are in order.
 */
export function distanceMoved(from: ArrayLike<number>, to: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < from.length; index++) sum += Math.abs(to[index] - from[index]);
  return sum / from.length;
}

/** Standard deviation of values. */
export function deviationOf(values: Float32Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
