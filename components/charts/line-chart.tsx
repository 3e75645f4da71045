import { line } from 'd3-shape';
import { linearScale, logScale } from './axis-scale.ts';
import { numberText, powerText } from './number-text.ts';

export type LineChartProps = {
  /** One value for each position 0, 1, 2 …; what is not finite is left out. */
  readonly values: ArrayLike<number>;
  /** What the values are, written at the vertical axis. */
  readonly valueLabel: string;
  /** What the positions are, written at the horizontal axis. */
  readonly positionLabel: string;
  /** The position that the figure shows. */
  readonly position: number;
  /** Horizontal lines to compare with. */
  readonly levels?: readonly { readonly value: number; readonly label: string }[];
  /** The chart in words. */
  readonly label: string;
  /** Called with a position that is pressed or dragged over. */
  readonly onPosition?: (position: number) => void;
};

const WIDTH = 300;
const HEIGHT = 190;
const LEFT = 40;
const RIGHT = 12;
const TOP = 20;
const BOTTOM = 34;

/** Smallest value that the logarithmic axis reaches down to, as a part of the largest. */
const DEEPEST = 1e-16;

/** A quantity over steps on a logarithmic axis, with the present step marked. */
export function LineChart(props: LineChartProps) {
  const { valueLabel, positionLabel, position, levels = [], label, onPosition } = props;
  const values = Array.from(props.values);
  const shown = values.filter((value) => Number.isFinite(value) && value > 0);
  const largest = Math.max(...shown, ...levels.map(({ value }) => value), Number.MIN_VALUE);
  const smallest = Math.max(Math.min(...shown, largest), largest * DEEPEST);
  const x = linearScale([0, Math.max(values.length - 1, 1)], [LEFT, WIDTH - RIGHT]);
  const y = logScale([smallest, largest], [HEIGHT - BOTTOM, TOP]);
  const path = line<number>((_, index) => x(index), y).defined(Number.isFinite);
  const current = values[position];

  function positionAt(event: PointerEvent & { readonly currentTarget: SVGSVGElement }): number {
    const width = event.currentTarget.clientWidth || WIDTH;
    const inside = x.invert((event.offsetX / width) * WIDTH);
    return Math.min(Math.max(Math.round(inside), 0), values.length - 1);
  }

  return (
    <svg
      class="line-chart"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      onPointerDown={(event) => onPosition?.(positionAt(event))}
      onPointerMove={(event) => {
        if (event.buttons === 1) onPosition?.(positionAt(event));
      }}
    >
      {y.ticks(6).map((value) => (
        <g key={value} class="tick" transform={`translate(0 ${y(value)})`}>
          <path d={`M${LEFT} 0H${WIDTH - RIGHT}`} />
          <text x={LEFT - 6} y={4} text-anchor="end">
            {value >= 0.01 && value < 1e4 ? numberText(value, decimalsOf(value)) : powerText(value)}
          </text>
        </g>
      ))}
      {x.ticks(5).map((value) => (
        <text
          key={value}
          class="tick-label"
          x={x(value)}
          y={HEIGHT - BOTTOM + 16}
          text-anchor="middle"
        >
          {value}
        </text>
      ))}
      <path class="axis" d={`M${LEFT} ${HEIGHT - BOTTOM}H${WIDTH - RIGHT}`} />
      {levels.map((level) => (
        <g key={level.label} class="level" transform={`translate(0 ${y(level.value)})`}>
          <path d={`M${LEFT} 0H${WIDTH - RIGHT}`} />
          <text x={WIDTH - RIGHT} y={-4} text-anchor="end">
            {level.label}
          </text>
        </g>
      ))}
      <path class="curve" d={path(values) ?? ''} />
      <path class="now" d={`M${x(position)} ${TOP}V${HEIGHT - BOTTOM}`} />
      {Number.isFinite(current) && <circle class="now" cx={x(position)} cy={y(current)} r={4} />}
      <text class="axis-label" x={4} y={11}>
        {valueLabel}
      </text>
      <text class="axis-label" x={WIDTH - RIGHT} y={HEIGHT - 4} text-anchor="end">
        {positionLabel}
      </text>
    </svg>
  );
}

function decimalsOf(value: number): number {
  return Math.max(0, -Math.floor(Math.log10(value) + 1e-9));
}
