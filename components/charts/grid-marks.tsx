import { CELL } from './grid-row.tsx';

/** A frame around cells: what the window covers, which cell is meant, what a cell reaches. */
export type Mark = {
  readonly kind: 'window' | 'span' | 'cell' | 'reached' | 'differs';
  readonly row: number;
  readonly column: number;
  readonly rows?: number;
  readonly columns?: number;
};

/** Frames over a tensor grid, drawn dark under bright so that they show on every cell. */
export function GridMarks({ marks }: { readonly marks: readonly Mark[] }) {
  return (
    <g aria-hidden="true" class="marks">
      {marks.map(({ kind, row, column, rows = 1, columns = 1 }) => {
        const frame = {
          x: column * CELL - 0.5,
          y: row * CELL - 0.5,
          width: columns * CELL,
          height: rows * CELL,
        };
        return (
          <g key={`${kind} ${row} ${column}`} class={`mark ${kind}`}>
            <rect class="under" {...frame} />
            <rect class="over" {...frame} />
          </g>
        );
      })}
    </g>
  );
}
