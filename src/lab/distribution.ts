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
export function deviationOf(values: ArrayLike<number>): number {
  let [sum, squares] = [0, 0];
  for (let index = 0; index < values.length; index++) sum += values[index];
  const mean = sum / values.length;
  for (let index = 0; index < values.length; index++) squares += (values[index] - mean) ** 2;
  return Math.sqrt(squares / values.length);
}
