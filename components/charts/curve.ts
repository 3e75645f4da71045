import type { PlotScales } from './plot.tsx';

/** More digits of a pixel would not be seen, and weigh. */
export const tenth = (length: number): number => Math.round(10 * length) / 10;

/**
 * A line through places, as the path of an SVG: from each place to the next, which is half as long
 * to write as the places themselves.
 * @returns what is not finite leaves a gap
 */
export function lineThrough(places: Iterable<readonly [x: number, y: number]>): string {
  let path = '';
  let [left, top] = [NaN, NaN];
  for (const [x, y] of places) {
    const [right, bottom] = [tenth(x), tenth(y)];
    if (Number.isFinite(right + bottom)) {
      const follows = Number.isFinite(left + top);
      path += follows ? `l${tenth(right - left)} ${tenth(bottom - top)}` : `M${right} ${bottom}`;
    }
    [left, top] = [right, bottom];
  }
  return path;
}

/**
 * The path of one value for each position from 0 on, between the axes of a plot.
 * @param first the position of the first value
 * @returns what is not finite leaves a gap
 */
export function curvePath({ x, y }: PlotScales, values: ArrayLike<number>, first = 0): string {
  return lineThrough(Array.from(values, (value, index) => [x(first + index), y(value)]));
}

/**
 * The path of a band between two values for each position from 0 on, between the axes of a plot.
 * @returns where one of the two is not finite there is a gap
 */
export function bandPath(
  { x, y }: PlotScales,
  low: ArrayLike<number>,
  high: ArrayLike<number>,
): string {
  const areas: string[] = [];
  for (let from = 0; from < low.length; from++) {
    let to = from;
    while (Number.isFinite(low[to]) && Number.isFinite(high[to])) to++;
    const positions = Array.from({ length: to - from }, (_, index) => from + index);
    const lower = positions.map((at) => [x(at), y(low[at])] as const);
    const upper = positions.map((at) => [x(at), y(high[at])] as const).reverse();
    if (to > from) areas.push(`${lineThrough([...lower, ...upper])}Z`);
    from = to;
  }
  return areas.join('');
}
