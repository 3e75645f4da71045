import { Component } from 'preact';
import type { ColourScale } from './cell-colour.ts';

/** Side of a cell in the units of a grid's picture; the page scales it. */
export const CELL = 30;

export type GridRowProps = {
  readonly row: number;
  readonly values: Float32Array;
  readonly scale: ColourScale;
  /** How a number is written. */
  readonly text: (value: number) => string;
  /** Whether there is room for numbers in the cells. */
  readonly numbers: boolean;
  /** First and last column that are not padding; undefined where the whole row is padding. */
  readonly inside: readonly [first: number, last: number] | undefined;
  /** Cells from this column on are not filled yet. */
  readonly filledTo: number;
  /** Column of the cell that Tab reaches, and its name, if it is in this row. */
  readonly tabStop: { readonly column: number; readonly name: string } | undefined;
};

/** What is to be seen and read of one cell. */
type Face = {
  readonly className: string;
  /** Position along the colour ramp; undefined for a cell that is not filled. */
  readonly amount: number | undefined;
  readonly text: string;
  /** Set for the one cell that Tab reaches. */
  readonly name: string | undefined;
};

function faceOf(props: GridRowProps, column: number): Face {
  const { values, scale, numbers, inside, filledTo, tabStop } = props;
  const filled = column < filledTo;
  const { className, amount } = scale(values[column]);
  const padding = !inside || column < inside[0] || column > inside[1];
  return {
    className: `cell ${filled ? className : 'pending'}${padding ? ' padding' : ''}`,
    amount: filled ? Number(amount.toFixed(3)) : undefined,
    text: numbers && filled ? props.text(values[column]) : '',
    name: tabStop?.column === column ? tabStop.name : undefined,
  };
}

function sameFace(a: Face, b: Face): boolean {
  return (
    a.className === b.className && a.amount === b.amount && a.text === b.text && a.name === b.name
  );
}

const textClass = (text: string): string | undefined => (text.length > 4 ? 'long' : undefined);

/**
 * One row of a tensor grid. Its elements are made once; afterwards only the cells that have changed
 * are written. A grid of 28 × 28 cells follows a brush that way, and no discarded tree of cells stays
 * behind. A row of another length, or without numbers, wants another key.
 */
export class GridRow extends Component<GridRowProps> {
  private faces: Face[] = [];

  override shouldComponentUpdate(next: GridRowProps): boolean {
    const cells = (this.base as SVGGElement).children;
    next.values.forEach((_, column) => {
      const face = faceOf(next, column);
      if (sameFace(face, this.faces[column])) return;
      writeFace(cells[column] as SVGGElement, face);
      this.faces[column] = face;
    });
    return false;
  }

  override render(props: GridRowProps) {
    const { row, values } = props;
    this.faces = Array.from(values, (_, column) => faceOf(props, column));
    return (
      <g role="row" transform={`translate(0 ${row * CELL})`}>
        {this.faces.map(({ className, amount, text, name }, column) => (
          <g
            key={column}
            role="gridcell"
            class={className}
            // In lower case: SVG elements take attribute names to the letter.
            tabindex={name === undefined ? undefined : 0}
            aria-label={name}
            style={amount === undefined ? undefined : `--amount:${amount}`}
          >
            <rect x={column * CELL} width={CELL - 1} height={CELL - 1} />
            {props.numbers && (
              <text class={textClass(text)} x={column * CELL + CELL / 2 - 0.5} y={CELL * 0.64}>
                {text}
              </text>
            )}
          </g>
        ))}
      </g>
    );
  }
}

function writeFace(cell: SVGGElement, { className, amount, text, name }: Face): void {
  cell.setAttribute('class', className);
  if (amount === undefined) cell.style.removeProperty('--amount');
  else cell.style.setProperty('--amount', String(amount));
  const label = cell.querySelector('text');
  label?.setAttribute('class', textClass(text) ?? '');
  if (label && label.textContent !== text) label.textContent = text;
  if (name === undefined) {
    cell.removeAttribute('tabindex');
    cell.removeAttribute('aria-label');
  } else {
    cell.setAttribute('tabindex', '0');
    cell.setAttribute('aria-label', name);
  }
}
