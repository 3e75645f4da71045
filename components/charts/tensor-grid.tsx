import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import type { NdArray } from '#nd/nd-array.ts';
import type { ColourScale } from './cell-colour.ts';
import { GridMarks, type Mark } from './grid-marks.tsx';
import { CELL, GridRow } from './grid-row.tsx';
import { decimalsFor, numberText } from './number-text.ts';

export type GridCell = { readonly row: number; readonly column: number };

export type TensorGridProps = {
  /** A matrix, with its padding if `ring` says so. */
  readonly array: NdArray;
  readonly scale: ColourScale;
  /** What the matrix is, for screen readers. */
  readonly label: string;
  /** Name of a cell for screen readers, from its position and its number. */
  readonly cellName: (cell: GridCell, text: string) => string;
  /** Rows and columns at each edge that are padding. */
  readonly ring?: number;
  /** Cells, row by row, that are filled; all if not given. */
  readonly filled?: number;
  readonly marks?: readonly Mark[];
  readonly decimals?: number;
  /** How a number is written, where no count of decimals suits all cells. */
  readonly text?: (value: number) => string;
  /** Whether cells hold their numbers; where not given, a fine matrix holds none. */
  readonly numbers?: boolean;
  /** The pointer or the keyboard is at a cell, or at none. */
  readonly onPoint?: (cell: GridCell | undefined) => void;
  /** A cell was pressed, or Enter on it; `again` if it was the current one already. */
  readonly onChoose?: (cell: GridCell, again: boolean) => void;
  /** What lies over the cells, in the units of the picture. */
  readonly children?: ComponentChildren;
  /** Keys that the grid does not use for moving about. */
  readonly onKey?: (event: TargetedKeyboardEvent<SVGSVGElement>, cell: GridCell) => void;
};

/** A matrix is too fine for numbers in its cells from this many columns on. */
const FINE = 17;

/**
 * A matrix as cells with colours and numbers: an ARIA grid with one tab stop, in which arrows move.
 */
export function TensorGrid(props: TensorGridProps) {
  const { array, ring = 0, scale, onPoint } = props;
  const [rows, columns] = array.shape;
  const decimals = props.decimals ?? decimalsFor(array.data);
  const text = props.text ?? ((value: number) => numberText(value, decimals));
  const numbers = props.numbers ?? columns < FINE;
  const svg = useRef<SVGSVGElement>(null);
  const pressedFocused = useRef(false);
  const active = useSignal<GridCell>({ row: ring, column: ring });
  const row = Math.min(active.value.row, rows - 1);
  const column = Math.min(active.value.column, columns - 1);

  // A matrix of another size gets new rows, and the focus must not go with the old ones.
  const hadFocus = svg.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    // A field that opens over a cell has taken the focus, and keeps it.
    if (hadFocus && document.activeElement === document.body) {
      cellElement(svg.current, { row, column })?.focus();
    }
  });

  const nameOf = (cell: GridCell): string =>
    props.cellName(cell, text(array.data[cell.row * columns + cell.column]));

  /** Moves the focus at once: the next key may come before the next drawing. */
  function moveTo(cell: GridCell): void {
    const element = cellElement(svg.current, cell);
    element?.setAttribute('tabindex', '0');
    element?.setAttribute('aria-label', nameOf(cell));
    element?.focus();
    active.value = cell;
  }

  function handleKey(event: TargetedKeyboardEvent<SVGSVGElement>): void {
    const target = arrowTarget(event, { row, column }, [rows, columns]);
    if (target) {
      event.preventDefault();
      moveTo(target);
    } else if (event.key === 'Enter' && props.onChoose) {
      event.preventDefault();
      props.onChoose({ row, column }, true);
    }
    props.onKey?.(event, { row, column });
  }

  return (
    <svg
      ref={svg}
      class="tensor-grid"
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows}
      aria-colcount={columns}
      viewBox={`-2 -2 ${columns * CELL + 3} ${rows * CELL + 3}`}
      style={`--columns:${columns}`}
      onKeyDown={handleKey}
      onFocusIn={(event) => onPoint?.(cellOf(event.target))}
      onFocusOut={() => onPoint?.(undefined)}
      onPointerDown={(event) => {
        // A press moves the focus before the click comes.
        pressedFocused.current = isFocused(event.target);
      }}
      onPointerOver={(event) => onPoint?.(cellOf(event.target))}
      onPointerLeave={() => onPoint?.(undefined)}
      onClick={(event) => {
        const cell = cellOf(event.target);
        if (!cell) return;
        moveTo(cell);
        props.onChoose?.(cell, pressedFocused.current);
      }}
    >
      {Array.from({ length: rows }, (_, r) => (
        <GridRow
          key={`${r} of ${columns} ${numbers}`}
          row={r}
          values={array.data.subarray(r * columns, (r + 1) * columns)}
          scale={scale}
          text={text}
          numbers={numbers}
          inside={r < ring || r >= rows - ring ? undefined : [ring, columns - 1 - ring]}
          filledTo={Math.min(Math.max((props.filled ?? Infinity) - r * columns, 0), columns)}
          tabStop={r === row ? { column, name: nameOf({ row, column }) } : undefined}
        />
      ))}
      <GridMarks marks={props.marks ?? []} />
      {props.children}
    </svg>
  );
}

const closestCell = (target: EventTarget | null): Element | null =>
  target instanceof Element ? target.closest('[role="gridcell"]') : null;

function isFocused(target: EventTarget | null): boolean {
  const cell = closestCell(target);
  return cell !== null && cell === document.activeElement;
}

/**
 * The cell that an event happened in. Its place among the elements says which one it is: thousands
 * of positions as attributes would weigh more than the numbers themselves.
 */
export function cellOf(target: EventTarget | null): GridCell | undefined {
  const cell = closestCell(target);
  return cell?.parentElement
    ? { row: placeOf(cell.parentElement), column: placeOf(cell) }
    : undefined;
}

const placeOf = (element: Element): number =>
  Array.prototype.indexOf.call(element.parentElement?.children, element);

/** The element of a cell of the grid that is this element or is within it. */
export function cellElement(
  root: Element | null,
  { row, column }: GridCell,
): SVGElement | null | undefined {
  return root?.querySelector<SVGElement>(
    `[role="row"]:nth-child(${row + 1}) > :nth-child(${column + 1})`,
  );
}

/** Where an arrow key, Home, End or a page key leads, if the key is one of them. */
export function arrowTarget(
  event: KeyboardEvent,
  { row, column }: GridCell,
  [rows, columns]: readonly [number, number] | readonly number[],
): GridCell | undefined {
  if (event.altKey || event.metaKey || event.shiftKey) return undefined;
  const first = event.ctrlKey ? 0 : row;
  const final = event.ctrlKey ? rows - 1 : row;
  const targets: Record<string, GridCell> = {
    ArrowUp: { row: Math.max(row - 1, 0), column },
    ArrowDown: { row: Math.min(row + 1, rows - 1), column },
    ArrowLeft: { row, column: Math.max(column - 1, 0) },
    ArrowRight: { row, column: Math.min(column + 1, columns - 1) },
    Home: { row: first, column: 0 },
    End: { row: final, column: columns - 1 },
    PageUp: { row: 0, column },
    PageDown: { row: rows - 1, column },
  };
  return Object.hasOwn(targets, event.key) ? targets[event.key] : undefined;
}
