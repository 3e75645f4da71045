import type { ComponentChildren } from 'preact';
import type { NdArray } from '#nd/nd-array.ts';
import { linearScale, type AxisScale } from './axis-scale.ts';
import { FineMap, type TensorMapProps } from './fine-map.tsx';
import { isoline } from './isolines.ts';
import { decimalsFor, numberText } from './number-text.ts';
import type { PlotScales } from './plot.tsx';

/** From the first place to the last along an axis. */
export type MapAxis = { readonly from: number; readonly to: number; readonly label: string };

export type LevelMapProps = Omit<TensorMapProps, 'array'> & {
  /** Values at places that lie evenly along both axes, the uppermost row first: [rows, columns]. */
  readonly array: NdArray;
  /** Lines are drawn where the values are at these levels. */
  readonly levels: readonly number[];
  readonly x: MapAxis;
  readonly y: MapAxis;
  /** What lies over the map, in the units of the picture. */
  readonly children: (scales: PlotScales) => ComponentChildren;
};

/** Units of the longer side, as in a plot: so that words are as large, however many places there are. */
const SIDE = 360;

/** A map with two axes: one cell for each place that is known, lines of equal level between them. */
export function LevelMap({ levels, x, y, children, ...map }: LevelMapProps) {
  const [rows, columns] = map.array.shape;
  const unit = SIDE / Math.max(rows, columns);
  const [width, height] = [columns * unit, rows * unit];
  const middleOf = (place: number): number => (place + 0.5) * unit;
  const scales: PlotScales = {
    x: linearScale([x.from, x.to], [middleOf(0), middleOf(columns - 1)]),
    y: linearScale([y.from, y.to], [middleOf(rows - 1), middleOf(0)]),
  };
  return (
    <div class="level-map">
      <FineMap {...map}>
        <g class="overlay" transform={`scale(${1 / unit})`} aria-hidden="true">
          <path
            class="isolines"
            transform={`translate(${unit / 2} ${unit / 2}) scale(${unit})`}
            vector-effect="non-scaling-stroke"
            d={levels.map((level) => isoline(map.array, level)).join('')}
          />
          {children(scales)}
          {numbersAt(x, scales.x).map(([value, text]) => (
            <g key={text} transform={`translate(${scales.x(value)} ${height})`}>
              <path class="axis" d="M0 0V4" />
              <text y={17} text-anchor="middle">
                {text}
              </text>
            </g>
          ))}
          {numbersAt(y, scales.y).map(([value, text]) => (
            <g key={text} transform={`translate(0 ${scales.y(value)})`}>
              <path class="axis" d="M0 0H-4" />
              <text x={-7} y={4} text-anchor="end">
                {text}
              </text>
            </g>
          ))}
          <text class="name" x={width} y={height + 32} text-anchor="end">
            {x.label}
          </text>
          <text class="name" x={-7} y={-8}>
            {y.label}
          </text>
        </g>
      </FineMap>
    </div>
  );
}

function numbersAt(
  { from, to }: MapAxis,
  scale: AxisScale,
): readonly (readonly [value: number, text: string])[] {
  if (!(to > from)) return [];
  const values = scale.ticks(5);
  const decimals = decimalsFor(values, 4);
  return values.map((value) => [value, numberText(value, decimals)]);
}
