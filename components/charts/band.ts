import { area } from 'd3-shape';
import type { PlotScales } from './plot.tsx';

/**
 * The path of a band between two values for each position from 0 on, between the axes of a plot.
 * @returns where one of the two is not finite there is a gap
 */
export function bandPath(
  { x, y }: PlotScales,
  low: ArrayLike<number>,
  high: ArrayLike<number>,
): string {
  const path = area<number>(
    (_, index) => x(index),
    (value) => y(value),
    (_, index) => y(high[index]),
  )
    .defined((value, index) => Number.isFinite(value) && Number.isFinite(high[index]))
    .digits(1);
  return path(Array.from(low)) ?? '';
}
