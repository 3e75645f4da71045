import type { ComponentChildren } from 'preact';
import { linearScale, logScale, type AxisScale } from './axis-scale.ts';
import { decimalsFor, numberText, powerText } from './number-text.ts';

export type PlotAxis = {
  readonly from: number;
  readonly to: number;
  /** What is measured along it. */
  readonly label: string;
  readonly logarithmic?: boolean;
  /** About so many numbers stand at the axis; none if 0. */
  readonly ticks?: number;
};

export type PlotProps = {
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  /** The plot in words. */
  readonly label: string;
  /** Height as a part of the width. */
  readonly ratio?: number;
  /** Room at the right of the axes, for what is written there. */
  readonly right?: number;
  /** Whether something in it can be focused: a picture as a whole has nothing within. */
  readonly interactive?: boolean;
  /** What is drawn between the axes, in the units of the picture. */
  readonly children: (scales: PlotScales) => ComponentChildren;
  /** Called with the value along x that is pressed or dragged over. */
  readonly onX?: (value: number) => void;
  /** Called with the place that the pointer is over, in values of both axes; undefined when it leaves. */
  readonly onPoint?: (place: { readonly x: number; readonly y: number } | undefined) => void;
};

export type PlotScales = { readonly x: AxisScale; readonly y: AxisScale };

type PlotEvent = PointerEvent & { readonly currentTarget: SVGSVGElement };

const WIDTH = 360;
const LEFT = 40;
const RIGHT = 18;
const TOP = 22;
const BOTTOM = 36;
const MOST_DECIMALS = 4;

/** Two axes with their numbers and names; what is drawn on them is the caller's. */
export function Plot(props: PlotProps) {
  const { x, y, label, ratio = 0.6, right = RIGHT, interactive, children, onX, onPoint } = props;
  const height = Math.round(WIDTH * ratio);
  const scales: PlotScales = {
    x: scaleOf(x, [LEFT, WIDTH - right]),
    y: scaleOf(y, [height - BOTTOM, TOP]),
  };

  function placeOf(event: PlotEvent): { readonly x: number; readonly y: number } {
    const width = event.currentTarget.clientWidth || WIDTH;
    const at = (offset: number): number => (offset / width) * WIDTH;
    return { x: scales.x.invert(at(event.offsetX)), y: scales.y.invert(at(event.offsetY)) };
  }

  function pressedAt(event: PlotEvent): void {
    onX?.(Math.min(Math.max(placeOf(event).x, x.from), x.to));
  }

  return (
    <svg
      class="plot"
      role={interactive ? 'group' : 'img'}
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${height}`}
      onPointerDown={pressedAt}
      onPointerMove={(event) => {
        if (event.buttons === 1) pressedAt(event);
        onPoint?.(placeOf(event));
      }}
      onPointerLeave={() => onPoint?.(undefined)}
    >
      {numbersAt(y, scales.y, 5).map(([value, text]) => (
        <g key={text} class="tick" transform={`translate(0 ${scales.y(value)})`}>
          <path d={`M${LEFT} 0H${WIDTH - right}`} />
          <text x={LEFT - 6} y={4} text-anchor="end">
            {text}
          </text>
        </g>
      ))}
      {numbersAt(x, scales.x, 6).map(([value, text]) => (
        <text key={text} x={scales.x(value)} y={height - BOTTOM + 16} text-anchor="middle">
          {text}
        </text>
      ))}
      <path class="axis" d={`M${LEFT} ${height - BOTTOM}H${WIDTH - right}`} />
      {children(scales)}
      <text class="axis-label" x={4} y={11}>
        {y.label}
      </text>
      <text class="axis-label" x={WIDTH - right} y={height - 4} text-anchor="end">
        {x.label}
      </text>
    </svg>
  );
}

function scaleOf({ from, to, logarithmic }: PlotAxis, range: readonly [number, number]): AxisScale {
  return (logarithmic ? logScale : linearScale)([from, to], range);
}

/** The values that get a number, each with its text. */
function numbersAt(
  { logarithmic, ticks }: PlotAxis,
  scale: AxisScale,
  usual: number,
): readonly (readonly [value: number, text: string])[] {
  const values = ticks === 0 ? [] : scale.ticks(ticks ?? usual);
  const decimals = decimalsFor(values, MOST_DECIMALS);
  return values.map((value) => [
    value,
    logarithmic && (value < 0.01 || value >= 1e4)
      ? powerText(value)
      : numberText(value, logarithmic ? decimalsFor([value], MOST_DECIMALS) : decimals),
  ]);
}
