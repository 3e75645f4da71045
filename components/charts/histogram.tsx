import type { PlotScales } from './plot.tsx';

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

export type HistogramProps = PlotScales & {
  readonly bins: Bins;
  /** How the bars look: `before` is grey, `after` is coloured, `outline` has a line and no area. */
  readonly kind: 'before' | 'after' | 'outline';
};

/** The bars of a histogram, between the axes of a plot. */
export function Histogram({ x, y, bins, kind }: HistogramProps) {
  const { from, width, densities } = bins;
  const base = y(0);
  const tops = densities.map(
    (density, bin) => `H${x(from + bin * width)}V${y(density)}H${x(from + (bin + 1) * width)}`,
  );
  const end = x(from + densities.length * width);
  return <path class={`bars ${kind}`} d={`M${x(from)} ${base}${tops.join('')}H${end}V${base}Z`} />;
}
