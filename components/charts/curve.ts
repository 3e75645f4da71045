import { line } from 'd3-shape';
import type { PlotScales } from './plot.tsx';

/**
 * The path of one value for each position from 0 on, between the axes of a plot.
 * @param first the position of the first value
 * @returns what is not finite leaves a gap
 */
export function curvePath({ x, y }: PlotScales, values: ArrayLike<number>, first = 0): string {
  const path = line<number>((_, index) => x(first + index), y)
    .defined(Number.isFinite)
    .digits(1);
  return path(Array.from(values)) ?? '';
}
