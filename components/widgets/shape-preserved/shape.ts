import { binsOf, type Bins } from '#nd/bins.ts';
import { extent } from '#nd/nd-array.ts';

/** Width of a bar, in deviations. */
const BAR = 0.25;

/** Of a normal distribution, nothing that a figure could show lies farther out, in deviations. */
const BELL_END = 4;

/** Density of the normal distribution with mean 0 and deviation 1. */
export const bell = (z: number): number => Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI);

/** Whole numbers of deviations that hold all values, and the bell. */
export function endsOf(...samples: readonly ArrayLike<number>[]): readonly [number, number] {
  const [least, most] = extent(samples.flatMap((sample) => Array.from(sample)));
  return [Math.min(Math.floor(least), -BELL_END), Math.max(Math.ceil(most), BELL_END)];
}

/** A sample in units of its own deviation, counted into bars. */
export function barsOf(z: ArrayLike<number>, [from, to] = endsOf(z)): Bins {
  return binsOf(z, [from, to], Math.round((to - from) / BAR));
}

/** What a bell has between the ends of each bar; beyond the last ones there is nothing. */
function bellParts({ from, width, densities }: Bins): number[] {
  return densities.map((_, bar) => bell(from + (bar + 0.5) * width) * width);
}

/** The part of a sample that would have to move to another bar to make a bell of it: 0 to 1. */
export function distanceFromBell(bars: Bins): number {
  const parts = bellParts(bars);
  const apart = parts.map((part, bar) => Math.abs(bars.densities[bar] * bars.width - part));
  return apart.reduce((sum, part) => sum + part, 0) / 2;
}

/**
 * What {@link distanceFromBell} is on average where a sample of this size does come from a bell: of
 * a bar with the part p of it, the share in the sample is about normal around p, with the variance
 * p (1 − p) / size.
 */
export function chanceDistance(bars: Bins, size: number): number {
  const apart = bellParts(bars).map((p) => Math.sqrt((2 * p * (1 - p)) / (Math.PI * size)));
  return apart.reduce((sum, part) => sum + part, 0) / 2;
}
