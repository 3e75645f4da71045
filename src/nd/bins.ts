/** Part of the values that falls into each of some equal bins between two ends, and density of each. */
export type Bins = {
  readonly from: number;
  readonly width: number;
  /** Part of all values for one unit along the axis: the bars' areas add up to 1 where none falls outside. */
  readonly densities: readonly number[];
};

/**
 * Counts values into equal bins; what lies outside the ends is in none.
 * @param count number of bins, 1 or more
 */
export function binsOf(
  values: ArrayLike<number>,
  [from, to]: readonly [number, number],
  count: number,
): Bins {
  const width = (to - from) / count;
  const counts = new Float64Array(count);
  for (const value of Array.from(values)) {
    if (!(value >= from && value <= to)) continue;
    counts[Math.min(Math.floor((value - from) / width), count - 1)]++;
  }
  const whole = values.length * width || 1;
  return { from, width, densities: Array.from(counts, (each) => each / whole) };
}
