import { ticks } from 'd3-array';

/** Takes a value along an axis to a position in the picture, and back. */
export type AxisScale = {
  (value: number): number;
  readonly invert: (position: number) => number;
  /** About `count` round values along the axis. */
  readonly ticks: (count: number) => number[];
};

type Range = readonly [from: number, to: number];

/** Positions come in hundredths of the picture's units: what is finer is not seen, but loaded. */
export function linearScale([low, high]: Range, [start, end]: Range): AxisScale {
  const slope = (end - start) / (high - low);
  const position = (value: number): number =>
    Math.round(100 * (start + (value - low) * slope)) / 100;
  return Object.assign(position, {
    invert: (at: number) => low + (at - start) / slope,
    ticks: (count: number) => ticks(low, high, count),
  });
}

/** A logarithmic axis over whole powers of ten that hold all of the domain. */
export function logScale([low, high]: Range, range: Range): AxisScale {
  const first = Math.floor(Math.log10(low) + 1e-9);
  const last = Math.max(Math.ceil(Math.log10(high) - 1e-9), first + 1);
  const powers = linearScale([first, last], range);
  return Object.assign((value: number) => powers(Math.max(Math.log10(value), first)), {
    invert: (position: number) => 10 ** powers.invert(position),
    ticks(count: number) {
      const every = Math.ceil((last - first) / count);
      const steps = Math.floor((last - first) / every) + 1;
      return Array.from({ length: steps }, (_, index) => 10 ** (first + index * every));
    },
  });
}
