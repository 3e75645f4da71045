import type { Bins } from '#nd/bins.ts';
import type { PlotScales } from './plot.tsx';

export { binsOf, type Bins } from '#nd/bins.ts';

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
