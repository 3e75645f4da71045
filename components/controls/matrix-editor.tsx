import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import type { TargetedClipboardEvent } from 'preact';
import { decimalsFor, numberText } from '#charts/number-text.ts';
import {
  cellElement,
  TensorGrid,
  type GridCell,
  type TensorGridProps,
} from '#charts/tensor-grid.tsx';
import { useWidget } from '#kit/context.ts';
import type { TensorParam } from '#kit/params.ts';
import type { NdArray } from '#nd/nd-array.ts';
import { toNumber } from '#nd/to-number.ts';
import { ControlMessage } from './control-message.tsx';
import { loadPaste } from './late.ts';
import { useBrush } from './use-brush.ts';

export type MatrixEditorProps = Pick<
  TensorGridProps,
  'array' | 'scale' | 'label' | 'ring' | 'marks' | 'decimals' | 'text' | 'numbers' | 'onPoint'
> & {
  /** The tensor param that the cells belong to. */
  readonly name: string;
  /** Whether refusals of the param stand beside another control, not here. */
  readonly quiet?: boolean;
  /** What Shift with an arrow key adds to a cell. */
  readonly step: number;
  /** What dragging paints; no painting if not given. */
  readonly brush?: number;
  /** Sets one cell, counted without padding. Edits of one gesture belong together. */
  readonly onSet: (cell: GridCell, value: number, gesture?: string) => void;
  /** Puts another matrix in place of the whole. */
  readonly onReplace: (array: NdArray) => void;
};

type Editing = {
  readonly cell: GridCell;
  readonly text: string;
  /** Whether what is typed replaces the text; else it goes on from it. */
  readonly whole: boolean;
};

/**
 * A matrix that can be typed into, painted, stepped with the keyboard and pasted over.
 * Padding around it is shown and cannot be edited.
 */
export function MatrixEditor(props: MatrixEditorProps) {
  const { array, name, ring = 0, step, brush } = props;
  const { widget, k } = useWidget();
  const param = widget.params[name] as TensorParam;
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const editing = useSignal<Editing | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  const decimals = props.decimals ?? decimalsFor(array.data);

  const valueAt = ({ row, column }: GridCell): number => array.data[row * array.shape[1] + column];
  const inner = ({ row, column }: GridCell): GridCell | undefined => {
    const [rows, columns] = array.shape;
    const cell = { row: row - ring, column: column - ring };
    const fits = (position: number, size: number): boolean =>
      position >= 0 && position < size - 2 * ring;
    return fits(cell.row, rows) && fits(cell.column, columns) ? cell : undefined;
  };
  const textAt = (cell: GridCell): string =>
    props.text?.(valueAt(cell)) ?? numberText(valueAt(cell), decimals);

  const painting = useBrush({
    onPaint(cell, gesture) {
      const target = inner(cell);
      if (target && brush !== undefined) props.onSet(target, brush, gesture);
    },
  });

  function open(cell: GridCell, typed?: string): void {
    if (!inner(cell)) return;
    editing.value = { cell, text: typed ?? textAt(cell), whole: typed === undefined };
  }

  function close(): void {
    const cell = editing.value?.cell;
    editing.value = undefined;
    if (cell) cellElement(root.current, cell)?.focus();
  }

  function commit(text: string): boolean {
    if (!editing.value) return true;
    const { cell } = editing.value;
    const target = inner(cell);
    const value = toNumber(text);
    const { min, max } = param;
    if (Number.isNaN(value)) {
      problem.value = k('badCell', { word: text.slice(0, 20), value: textAt(cell) });
    } else if (value < min || value > max) {
      problem.value = k('cellOutOfRange', { min, max, value: textAt(cell) });
    } else {
      problem.value = undefined;
      if (target && value !== valueAt(cell)) props.onSet(target, value);
      return true;
    }
    return false;
  }

  function handleKey(event: KeyboardEvent, cell: GridCell): void {
    const target = inner(cell);
    if (!target || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.shiftKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      const moved = valueAt(cell) + (event.key === 'ArrowUp' ? step : -step);
      const rounded = Number(moved.toFixed(Math.max(4, 1 - Math.floor(Math.log10(step)))));
      const bounded = Math.min(Math.max(rounded, param.min), param.max);
      props.onSet(target, bounded, `step ${name} ${cell.row},${cell.column}`);
    } else if (event.key === 'F2') {
      open(cell);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      props.onSet(target, 0);
    } else if (/^[-−+.\d]$/.test(event.key)) {
      event.preventDefault();
      open(cell, event.key);
    }
  }

  function handlePaste(event: TargetedClipboardEvent<HTMLDivElement>): void {
    if (editing.value) return;
    event.preventDefault();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    void loadPaste().then(({ readPastedMatrix }) => {
      const pasted = readPastedMatrix(text, param, k);
      problem.value = pasted.problem;
      if (pasted.matrix) props.onReplace(pasted.matrix);
    });
  }

  const [rows, columns] = array.shape;
  return (
    <div class="matrix-editor" onPaste={handlePaste}>
      <div
        class={brush === undefined ? 'cells' : 'cells paintable'}
        ref={root}
        {...painting.handlers}
      >
        <TensorGrid
          {...props}
          cellName={(cell, text) => {
            const own = inner(cell);
            const { row, column } = own ?? cell;
            const words = { row: row + 1, column: column + 1, value: text };
            return k(own ? 'cell' : 'paddingCell', words);
          }}
          onKey={handleKey}
          onChoose={(cell, again) => {
            if (again && !painting.justPainted()) open(cell);
          }}
        />
        {editing.value && (
          <CellInput
            key={`${editing.value.cell.row},${editing.value.cell.column}`}
            text={editing.value.text}
            whole={editing.value.whole}
            label={k('editCell', {
              row: editing.value.cell.row - ring + 1,
              column: editing.value.cell.column - ring + 1,
            })}
            invalid={problem.value !== undefined}
            messageId={`${id}-message`}
            box={{
              left: editing.value.cell.column / columns,
              top: editing.value.cell.row / rows,
              width: 1 / columns,
              height: 1 / rows,
            }}
            onCommit={(text) => {
              if (commit(text)) close();
            }}
            onLeave={(text) => {
              commit(text);
              editing.value = undefined;
            }}
            onCancel={() => {
              problem.value = undefined;
              close();
            }}
          />
        )}
      </div>
      <ControlMessage
        id={`${id}-message`}
        name={props.quiet ? undefined : name}
        problem={problem.value}
      />
    </div>
  );
}

type CellInputProps = Pick<Editing, 'text' | 'whole'> & {
  readonly label: string;
  readonly invalid: boolean;
  readonly messageId: string;
  /** Where the cell lies, in fractions of the grid. */
  readonly box: Readonly<Record<'left' | 'top' | 'width' | 'height', number>>;
  readonly onCommit: (text: string) => void;
  readonly onLeave: (text: string) => void;
  readonly onCancel: () => void;
};

function CellInput({
  text,
  whole,
  label,
  invalid,
  messageId,
  box,
  onCommit,
  onLeave,
  onCancel,
}: CellInputProps) {
  const percent = (fraction: number): string => `${(fraction * 100).toFixed(3)}%`;
  return (
    <input
      class="cell-input"
      type="text"
      inputMode="text"
      autoComplete="off"
      defaultValue={text}
      aria-label={label}
      aria-invalid={invalid}
      aria-describedby={messageId}
      style={{
        left: percent(box.left),
        top: percent(box.top),
        width: percent(box.width),
        height: percent(box.height),
      }}
      ref={(input) => {
        if (!input || input === document.activeElement) return;
        input.focus();
        if (whole) input.select();
        else input.setSelectionRange(text.length, text.length);
      }}
      onBlur={(event) => onLeave(event.currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') onCommit(event.currentTarget.value);
        if (event.key === 'Escape') onCancel();
      }}
    />
  );
}
