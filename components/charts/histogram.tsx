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
  const base = tenths(y(0));
  const tops = densities.map(
    (density, bin) => `V${tenths(y(density))}H${tenths(x(from + (bin + 1) * width))}`,
  );
  return <path class={`bars ${kind}`} d={`M${tenths(x(from))} ${base}${tops.join('')}V${base}Z`} />;
}

/** More digits would not be seen, and weigh. */
const tenths = (place: number): number => Math.round(10 * place) / 10;
