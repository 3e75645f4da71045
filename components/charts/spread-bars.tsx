import type { ComponentChildren } from 'preact';
import type { PlotScales } from './plot.tsx';

/** One row of a chart: a mean, and a deviation to either side of it. */
export type Spread = {
  /** Stands at the axis; may be empty. */
  readonly label: string;
  readonly mean: number;
  readonly deviation: number;
  /** Class of its colour. */
  readonly kind: 'before' | 'range' | 'after';
};

/** Names stand left of a plot's axes, as its numbers do. */
const LABEL_END = 38;

export type SpreadBarsProps = PlotScales & {
  readonly rows: readonly Spread[];
  /** Place of the first row along y; each further one is one more. */
  readonly from: number;
  /** What stands on a row besides, such as its grips. */
  readonly more?: (row: number, y: number) => ComponentChildren;
};

/** Bars from one deviation below the mean to one above it, a tick at the mean, on a common axis. */
export function SpreadBars({ x, y, rows, from, more }: SpreadBarsProps) {
  const half = Math.abs(y(0.32) - y(0));
  return rows.map(({ label, mean, deviation, kind }, row) => {
    const middle = y(from + row + 0.5);
    const [start, end] = [x(mean - deviation), x(mean + deviation)];
    return (
      <g key={row} class={`spread-bar ${kind}`}>
        <text x={LABEL_END} y={middle + 4} text-anchor="end">
          {label}
        </text>
        <rect
          x={start}
          y={middle - half}
          width={Math.max(end - start, 1.5)}
          height={2 * half}
          rx={1}
        />
        <path d={`M${x(mean)} ${middle - half - 2}V${middle + half + 2}`} />
        {more?.(row, middle)}
      </g>
    );
  });
}
