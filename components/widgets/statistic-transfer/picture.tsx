import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { TargetedKeyboardEvent, TargetedPointerEvent } from 'preact';
import { numberText } from '#charts/number-text.ts';
import { arrowTarget } from '#charts/tensor-grid.tsx';
import { cellsBetween } from '#controls/use-brush.ts';
import { useWidget } from '#kit/context.ts';
import type { NdArray } from '#nd/nd-array.ts';
import type { Cell } from './model.ts';

export type PictureProps = {
  /** Red, green and blue: [3, H, W] */
  readonly picture: NdArray;
  readonly label: string;
  /** Takes a number to a part of full light; what is not between 0 and 1 is drawn as the nearer of both. */
  readonly tone?: (value: number) => number;
  /** Called for every cell of a stroke; without it, the picture is only looked at. */
  readonly onPaint?: (cell: Cell, gesture: string) => void;
};

type SvgPointer = TargetedPointerEvent<SVGSVGElement>;

/** A picture in its colours, on which one can paint by pointer, or by arrow keys and Enter. */
export function Picture({ picture, label, tone = (value) => value, onPaint }: PictureProps) {
  const { k } = useWidget();
  const { shape, data } = picture;
  const [, rows, columns] = shape;
  const size = rows * columns;
  const active = useSignal<Cell>({ row: 0, column: 0 });
  const last = useRef<Cell | undefined>(undefined);
  const strokes = useRef(0);
  const row = Math.min(active.value.row, rows - 1);
  const column = Math.min(active.value.column, columns - 1);

  function cellAt({ clientX, clientY, currentTarget }: SvgPointer): Cell {
    const box = currentTarget.getBoundingClientRect();
    const along = (part: number, count: number): number =>
      Math.min(Math.max(Math.floor(part * count), 0), count - 1);
    return {
      row: along((clientY - box.top) / box.height, rows),
      column: along((clientX - box.left) / box.width, columns),
    };
  }

  function stroke(event: SvgPointer): void {
    if (event.buttons !== 1) return;
    const cell = cellAt(event);
    const from = last.current ?? cell;
    const path = cellsBetween(from, cell);
    for (const each of last.current ? path.slice(1) : path) onPaint?.(each, gestureOf());
    last.current = cell;
  }

  const gestureOf = (): string => `stroke ${label} ${strokes.current}`;

  function handleKey(event: TargetedKeyboardEvent<SVGSVGElement>): void {
    const target = arrowTarget(event, { row, column }, [rows, columns]);
    if (target) {
      event.preventDefault();
      active.value = target;
    } else if (event.key === 'Enter') {
      event.preventDefault();
      strokes.current++;
      onPaint?.({ row, column }, gestureOf());
    }
  }

  const cells = areasOf(picture, tone).map(([colour, path]) => (
    <path key={colour} fill={colour} d={path} shape-rendering="crispEdges" />
  ));
  const viewBox = `0 0 ${columns} ${rows}`;
  if (!onPaint) {
    return (
      <svg class="picture" role="img" aria-label={label} viewBox={viewBox}>
        {cells}
      </svg>
    );
  }
  const value = [0, 1, 2]
    .map((channel) => numberText(data[channel * size + row * columns + column], 2))
    .join(', ');
  return (
    <svg
      class="picture fine-map paintable"
      role="grid"
      aria-label={label}
      aria-rowcount={rows}
      aria-colcount={columns}
      viewBox={viewBox}
      onKeyDown={handleKey}
      onPointerDown={(event) => {
        strokes.current++;
        last.current = undefined;
        event.currentTarget.setPointerCapture(event.pointerId);
        stroke(event);
      }}
      onPointerMove={stroke}
    >
      <g aria-hidden="true">{cells}</g>
      <g role="row" aria-rowindex={row + 1}>
        <g
          role="gridcell"
          class="cell"
          aria-colindex={column + 1}
          tabindex={0}
          aria-label={k('cell', { row: row + 1, column: column + 1, value })}
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
    </svg>
  );
}

/** All cells of one colour as one path, runs of neighbours as rectangles: a few dozen elements, not hundreds. */
function areasOf(
  { shape, data }: NdArray,
  tone: (value: number) => number,
): readonly (readonly [colour: string, path: string])[] {
  const [, rows, columns] = shape;
  const size = rows * columns;
  const colourAt = (index: number): string =>
    [0, 1, 2].reduce((text, channel) => {
      const light = Math.min(Math.max(tone(data[channel * size + index]), 0), 1);
      return (
        text +
        Math.round(255 * light)
          .toString(16)
          .padStart(2, '0')
      );
    }, '#');
  const paths = new Map<string, string>();
  for (let row = 0; row < rows; row++) {
    let start = 0;
    for (let column = 1; column <= columns; column++) {
      const colour = colourAt(row * columns + start);
      if (column < columns && colourAt(row * columns + column) === colour) continue;
      const width = column - start;
      paths.set(colour, `${paths.get(colour) ?? ''}M${start} ${row}h${width}v1h${-width}z`);
      start = column;
    }
  }
  return [...paths];
}
