import type { ComponentChildren } from 'preact';
import { linearScale, type AxisScale } from '#charts/axis-scale.ts';
import { decimalsFor, numberText } from '#charts/number-text.ts';
import type { Model } from './model.ts';
import { percent, type Stations } from './stations.ts';

/** Room above and below the axis of a row, in pixels. */
const MARGIN = 8;

export type RowProps = {
  readonly name: string;
  readonly note: string;
  /** The drawing in words. */
  readonly label: string;
  readonly height: number;
  /** Ends of the vertical axis. */
  readonly from: number;
  readonly to: number;
  readonly interactive?: boolean;
  readonly children: (y: AxisScale) => ComponentChildren;
};

/**
 * A band of the figure over the columns of the chain. Places along it are percentages and heights are
 * pixels, so that text and dots are as large on a telephone as on a wall.
 */
export function Row({ name, note, label, height, from, to, interactive, children }: RowProps) {
  const y = linearScale([from, to], [height - MARGIN, MARGIN]);
  const ticks = y.ticks(3);
  const decimals = decimalsFor(ticks, 4);
  return (
    <div class="row">
      <p class="row-name">
        <b>{name}</b> <small>{note}</small>
      </p>
      <svg
        class="plot"
        role={interactive ? 'group' : 'img'}
        aria-label={label}
        width="100%"
        height={height}
      >
        {ticks.map((value) => (
          <g key={value} class={value === 0 ? 'tick zero' : 'tick'}>
            <line x1="0%" x2="100%" y1={y(value)} y2={y(value)} />
            <text x={-4} y={y(value) + 4} text-anchor="end">
              {numberText(value, decimals)}
            </text>
          </g>
        ))}
        {children(y)}
      </svg>
    </div>
  );
}

type ColumnsProps = {
  readonly model: Model;
  readonly stations: Stations;
  readonly height: number;
};

/** A column for each layer that can be pointed at and chosen, with the present one marked. */
export function Columns({ model, stations, height }: ColumnsProps) {
  const width = 100 / stations.count;
  return (
    <g class="columns">
      {model.weights.value.map((_, layer) => (
        <rect
          key={layer}
          class={layer === model.layer.value ? 'current' : ''}
          x={percent(stations.edge(layer) - width / 2)}
          width={percent(width)}
          height={height}
          onPointerEnter={() => (model.pointed.value = layer)}
          onPointerLeave={() => (model.pointed.value = undefined)}
          onClick={() => model.choose(layer)}
        />
      ))}
    </g>
  );
}
