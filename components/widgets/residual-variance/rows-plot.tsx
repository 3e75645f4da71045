import type { ComponentChildren } from 'preact';
import type { Model } from './model.ts';
import { rowsOf, type Rows } from './rows.ts';

/** Where the axes of a panel begin: numbers of blocks stand left of it. */
export const LEFT = 26;

export type RowsPlotProps = {
  readonly model: Model;
  /** In units of the picture: panels side by side have one scale, so that their rows are level. */
  readonly width: number;
  readonly label: string;
  /** Whether something in it can be focused. */
  readonly interactive?: boolean;
  readonly children: (rows: Rows) => ComponentChildren;
  /** What lies over the frame of the row that is spoken of. */
  readonly over?: (rows: Rows) => ComponentChildren;
};

type RowsEvent = PointerEvent & { readonly currentTarget: SVGSVGElement };

/** A panel with a row for every block, the first at the bottom; pointing at a row speaks of its block. */
export function RowsPlot(props: RowsPlotProps) {
  const { model, width, label, interactive, children, over } = props;
  const rows = rowsOf(model.params.value.blocks);

  function levelUnder({ currentTarget, offsetY }: RowsEvent): number {
    return rows.levelAt((offsetY / (currentTarget.clientWidth || width)) * width);
  }

  return (
    <svg
      class="plot rows"
      role={interactive ? 'group' : 'img'}
      aria-label={label}
      viewBox={`0 0 ${width} ${rows.end}`}
      onPointerMove={(event) => model.point(levelUnder(event))}
      onPointerDown={(event) => model.showBlock(levelUnder(event))}
      onPointerLeave={() => model.point(undefined)}
    >
      {children(rows)}
      <Pointed model={model} rows={rows} width={width} />
      {over?.(rows)}
    </svg>
  );
}

/** The numbers of blocks, and a frame around the row of the one that is spoken of. */
function Pointed({ model, rows, width }: Pick<RowsPlotProps, 'model' | 'width'> & { rows: Rows }) {
  const block = model.block.value;
  return (
    <g class="pointed">
      <rect x={1} y={rows.topOf(block)} width={width - 2} height={rows.height} rx={2} />
      {rows.numbered(block).map((level) => (
        <text
          key={level}
          class="mark-label"
          x={LEFT - 7}
          y={rows.middleOf(level) + 4}
          text-anchor="end"
        >
          {level}
        </text>
      ))}
    </g>
  );
}

/** Bars from one end to the other, one in each row, as one path; rows without a bar are left out. */
export function barsPath(
  rows: Rows,
  ends: readonly (readonly [from: number, to: number])[],
  first = 0,
): string {
  const gap = Math.min(rows.height / 5, 3);
  return ends
    .map(([from, to], index) => {
      const top = round(rows.topOf(first + index) + gap / 2);
      return `M${round(from)} ${top}h${round(to - from)}v${round(rows.height - gap)}h${round(from - to)}z`;
    })
    .join('');
}

/** A short upright line in each row, where theory has it. */
export const marksPath = (rows: Rows, places: readonly number[], first = 0): string =>
  places
    .map((x, index) => `M${round(x)} ${round(rows.topOf(first + index))}v${round(rows.height)}`)
    .join('');

const round = (length: number): number => Math.round(10 * length) / 10;
