import { Component } from 'preact';
import type { ColourScale } from './cell-colour.ts';
import { numberText } from './number-text.ts';

/** Side of a cell in the units of a grid's picture; the page scales it. */
export const CELL = 30;

export type GridRowProps = {
  readonly row: number;
  readonly values: Float32Array;
  readonly scale: ColourScale;
  readonly decimals: number;
  /** Whether there is room for numbers in the cells. */
  readonly numbers: boolean;
  /** First and last column that are not padding; undefined where the whole row is padding. */
  readonly inside: readonly [first: number, last: number] | undefined;
  /** Cells from this column on are not filled yet. */
  readonly filledTo: number;
  /** Column of the cell that Tab reaches, and its name, if it is in this row. */
  readonly tabStop: { readonly column: number; readonly name: string } | undefined;
};

/** One row of a tensor grid; drawn again only if something in it has changed. */
export class GridRow extends Component<GridRowProps> {
  override shouldComponentUpdate(next: GridRowProps): boolean {
    const now = this.props;
    return (
      now.scale !== next.scale ||
      now.decimals !== next.decimals ||
      now.numbers !== next.numbers ||
      now.filledTo !== next.filledTo ||
      now.tabStop?.column !== next.tabStop?.column ||
      now.tabStop?.name !== next.tabStop?.name ||
      now.inside?.[0] !== next.inside?.[0] ||
      now.inside?.[1] !== next.inside?.[1] ||
      now.values.length !== next.values.length ||
      now.values.some((value, column) => value !== next.values[column])
    );
  }

  override render({ row, values, inside, filledTo, tabStop, ...drawing }: GridRowProps) {
    return (
      <g role="row" transform={`translate(0 ${row * CELL})`}>
        {Array.from(values, (value, column) => (
          <Cell
            key={column}
            {...drawing}
            row={row}
            column={column}
            value={value}
            padding={!inside || column < inside[0] || column > inside[1]}
            filled={column < filledTo}
            name={tabStop?.column === column ? tabStop.name : undefined}
          />
        ))}
      </g>
    );
  }
}

type CellProps = Pick<GridRowProps, 'row' | 'scale' | 'decimals' | 'numbers'> & {
  readonly column: number;
  readonly value: number;
  readonly padding: boolean;
  readonly filled: boolean;
  /** Set for the one cell that Tab reaches. */
  readonly name: string | undefined;
};

function Cell({ row, column, value, scale, decimals, numbers, padding, filled, name }: CellProps) {
  const { className, amount } = scale(value);
  const x = column * CELL;
  const text = numbers && filled ? numberText(value, decimals) : '';
  return (
    <g
      role="gridcell"
      class={`cell ${filled ? className : 'pending'}${padding ? ' padding' : ''}`}
      data-cell={`${row},${column}`}
      // In lower case: SVG elements take attribute names to the letter.
      tabindex={name === undefined ? undefined : 0}
      aria-label={name}
      style={filled ? `--amount:${Number(amount.toFixed(3))}` : undefined}
    >
      <rect x={x} width={CELL - 1} height={CELL - 1} />
      {text && (
        <text class={text.length > 4 ? 'long' : undefined} x={x + CELL / 2 - 0.5} y={CELL * 0.64}>
          {text}
        </text>
      )}
    </g>
  );
}
