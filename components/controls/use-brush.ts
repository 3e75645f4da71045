import { useRef } from 'preact/hooks';
import type { TargetedPointerEvent } from 'preact';
import { cellOf, type GridCell } from '#charts/tensor-grid.tsx';

type Handler = (event: TargetedPointerEvent<HTMLElement>) => void;

export type Brush = {
  readonly handlers: Readonly<
    Record<'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel', Handler>
  >;
  /** Whether the press that is just ending was a stroke, not a click. */
  readonly justPainted: () => boolean;
};

/**
 * Turns a drag over a grid into a stroke of cells. A press that stays in its cell is a click, not a
 * stroke; from the second cell on, the first one is painted too.
 */
export function useBrush({
  onPaint,
}: {
  readonly onPaint: (cell: GridCell, gesture: string) => void;
}): Brush {
  const stroke = useRef<{ last: GridCell; moved: boolean; gesture: string } | undefined>(undefined);
  const strokes = useRef(0);
  const painted = useRef(false);

  function end(): void {
    painted.current = stroke.current?.moved ?? false;
    stroke.current = undefined;
  }

  return {
    handlers: {
      onPointerDown(event) {
        const cell = cellOf(event.target);
        if (!cell || event.button !== 0) return;
        // A touch would otherwise keep sending its events to the first cell.
        if (event.target instanceof Element && event.target.hasPointerCapture(event.pointerId)) {
          event.target.releasePointerCapture(event.pointerId);
        }
        strokes.current++;
        stroke.current = { last: cell, moved: false, gesture: `stroke ${strokes.current}` };
      },
      onPointerMove(event) {
        const current = stroke.current;
        const cell = cellOf(event.target);
        if (!current || !cell) return;
        if (event.buttons === 0) {
          end();
          return;
        }
        const { last, moved, gesture } = current;
        if (cell.row === last.row && cell.column === last.column) return;
        const path = cellsBetween(last, cell);
        for (const step of moved ? path.slice(1) : path) onPaint(step, gesture);
        stroke.current = { last: cell, moved: true, gesture };
      },
      onPointerUp: end,
      onPointerCancel: end,
    },
    justPainted: () => painted.current,
  };
}

/** The cells on a straight line, both ends included: a quick pointer skips cells, a stroke does not. */
export function cellsBetween(from: GridCell, to: GridCell): GridCell[] {
  const count = Math.max(Math.abs(to.row - from.row), Math.abs(to.column - from.column));
  return Array.from({ length: count + 1 }, (_, index) => {
    const part = count === 0 ? 0 : index / count;
    return {
      row: Math.round(from.row + (to.row - from.row) * part),
      column: Math.round(from.column + (to.column - from.column) * part),
    };
  });
}
