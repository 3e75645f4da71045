import { useSignal } from '@preact/signals';
import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { levelsOf } from './colour-levels.ts';
import type { Mark } from './grid-marks.tsx';
import { decimalsFor, numberText } from './number-text.ts';
import { arrowTarget, TensorGrid, type GridCell, type TensorGridProps } from './tensor-grid.tsx';

/** A matrix of more columns than this is drawn by colours, not by cells. */
const MOST_COLUMNS = 24;

export type TensorMapProps = Omit<TensorGridProps, 'ring' | 'filled' | 'onKey'>;

type FineMapProps = TensorMapProps & {
  /** What lies over the map; a cell is 1 × 1. */
  readonly children?: ComponentChildren;
};

/** A matrix that is only looked at: as a grid of cells, or as a fine map if it has many of them or no numbers. */
export function TensorMap(props: TensorMapProps) {
  return props.numbers === false || isFine(props.array.shape) ? (
    <FineMap {...props} />
  ) : (
    <TensorGrid {...props} />
  );
}

export function isFine([, columns]: readonly number[]): boolean {
  return columns > MOST_COLUMNS;
}

/**
 * A matrix of many cells, drawn as one path for each colour level: 64 × 64 cells are some dozens of
 * elements. To readers and to keys it is the same grid, of which only the cell that Tab reaches is there.
 */
export function FineMap(props: FineMapProps) {
  const { array, scale, onPoint, onChoose } = props;
  const [rows, columns] = array.shape;
  const { buffer, byteOffset, length } = array.data;
  const svg = useRef<SVGSVGElement>(null);
  const active = useSignal<GridCell>({ row: 0, column: 0 });
  const moved = useRef(false);
  const row = Math.min(active.value.row, rows - 1);
  const column = Math.min(active.value.column, columns - 1);
  const levels = useMemo(
    () => levelsOf(array, scale),
    [buffer, byteOffset, length, columns, scale],
  );
  const decimals = useMemo(
    () => props.decimals ?? decimalsFor(array.data),
    [props.decimals, buffer, byteOffset, length],
  );

  useLayoutEffect(() => {
    // The cell of another place is another element, so that it is read out when it takes the focus.
    if (moved.current) svg.current?.querySelector<SVGElement>('[role="gridcell"]')?.focus();
    moved.current = false;
  }, [row, column]);

  function moveTo(cell: GridCell): void {
    moved.current = cell.row !== row || cell.column !== column;
    active.value = cell;
  }

  function handleKey(event: TargetedKeyboardEvent<SVGSVGElement>): void {
    const target = arrowTarget(event, { row, column }, [rows, columns]);
    if (target) {
      event.preventDefault();
      moveTo(target);
    } else if (event.key === 'Enter' && onChoose) {
      event.preventDefault();
      onChoose({ row, column }, true);
    }
  }

  function cellAt({ clientX, clientY }: MouseEvent): GridCell {
    const box = svg.current?.getBoundingClientRect() ?? new DOMRect();
    const along = (part: number, size: number): number =>
      Math.min(Math.max(Math.floor(part * size), 0), size - 1);
    return {
      row: along((clientY - box.top) / box.height, rows),
      column: along((clientX - box.left) / box.width, columns),
    };
  }

  return (
    <svg
      ref={svg}
      class="fine-map"
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows}
      aria-colcount={columns}
      viewBox={`0 0 ${columns} ${rows}`}
      onKeyDown={handleKey}
      onFocusIn={() => onPoint?.({ row, column })}
      onFocusOut={() => {
        if (!moved.current) onPoint?.(undefined);
      }}
      onPointerMove={(event) => onPoint?.(cellAt(event))}
      onPointerLeave={() => onPoint?.(undefined)}
      onClick={(event) => {
        const cell = cellAt(event);
        moveTo(cell);
        onChoose?.(cell, false);
      }}
    >
      <g aria-hidden="true">
        {levels.map(({ className, amount, path }) => (
          <path
            key={`${className} ${amount}`}
            class={`level ${className}`}
            style={`--amount:${amount}`}
            shape-rendering="crispEdges"
            d={path}
          />
        ))}
      </g>
      <g role="row" aria-rowindex={row + 1}>
        <g
          key={`${row},${column}`}
          role="gridcell"
          class="cell"
          aria-colindex={column + 1}
          // In lower case: SVG elements take attribute names to the letter.
          tabindex={0}
          aria-label={props.cellName(
            { row, column },
            numberText(array.data[row * columns + column], decimals),
          )}
        >
          <rect
            x={column}
            y={row}
            width={1}
            height={1}
            fill="none"
            vector-effect="non-scaling-stroke"
          />
        </g>
      </g>
      <FineMarks marks={props.marks ?? []} />
      {props.children}
    </svg>
  );
}

/** The frames of a tensor grid, as wide on the screen as there. */
function FineMarks({ marks }: { readonly marks: readonly Mark[] }) {
  return (
    <g aria-hidden="true">
      {marks.map(({ kind, row, column, rows = 1, columns = 1 }) => (
        <g key={`${kind} ${row} ${column}`} class={`mark ${kind}`}>
          {['under', 'over'].map((layer) => (
            <rect
              key={layer}
              class={layer}
              x={column}
              y={row}
              width={columns}
              height={rows}
              vector-effect="non-scaling-stroke"
            />
          ))}
        </g>
      ))}
    </g>
  );
}
