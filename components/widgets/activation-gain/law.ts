import type { Bins } from '#nd/bins.ts';
import { FINENESS, OUTPUT_BINS, OUTPUT_ENDS, places } from './places.ts';

/** Density of a standard normal number. */
export const density = (z: number): number => Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI);

/**
 * What a curve makes of the normal law: the mass between two neighbouring places comes to lie between
 * their heights, evenly; where the curve is level, all of it in one bin.
 * @param heights one for each place
 */
export function lawOf(heights: readonly number[]): Bins {
  const [from, to] = OUTPUT_ENDS;
  const width = (to - from) / OUTPUT_BINS;
  const masses = new Float64Array(OUTPUT_BINS);
  for (let at = 0; at + 1 < heights.length; at++) {
    const mass = density(places[at] + 0.5 / FINENESS) / FINENESS;
    const [low, high] = [heights[at], heights[at + 1]]
      .map((height) => (height - from) / width)
      .sort((a, b) => a - b);
    if (high - low < 1e-6) {
      masses[Math.floor(low)] += mass;
      continue;
    }
    for (let bin = Math.max(Math.floor(low), 0); bin < Math.min(high, OUTPUT_BINS); bin++) {
      const inside = Math.min(high, bin + 1) - Math.max(low, bin);
      masses[bin] += (mass * inside) / (high - low);
    }
  }
  return { from, width, densities: Array.from(masses, (mass) => mass / width) };
}
