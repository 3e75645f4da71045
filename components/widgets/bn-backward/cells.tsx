import { signedScale, type ColourScale } from '#charts/cell-colour.ts';
import { decimalsFor } from '#charts/number-text.ts';
import { TensorGrid } from '#charts/tensor-grid.tsx';
import { MatrixEditor } from '#controls/matrix-editor.tsx';
import { useWidget } from '#kit/context.ts';
import { maxAbs, type NdArray } from '#nd/nd-array.ts';
import type { Model } from './model.ts';

const marksOf = (model: Model) => [{ kind: 'cell', row: 0, column: model.current.value }] as const;

type RowProps = { readonly model: Model; readonly label: string; readonly array: NdArray };

/** Every gradient is coloured against the largest that reaches y. */
const scaleOf = (model: Model, limit?: number): ColourScale =>
  signedScale(limit ?? maxAbs(model.rows.value.upstream.data));

/** Below this, two decimals would say little. */
const SMALL = 0.2;

type CellsProps = RowProps & {
  /** What the strongest colour stands for, where the row is no gradient. */
  readonly limit?: number;
  /** The step that fills the cells. */
  readonly from?: number;
};

/** What a step makes of every value; empty until its turn comes. */
export function Cells({ model, label, array, limit, from = 0 }: CellsProps) {
  const { k } = useWidget();
  return (
    <TensorGrid
      label={label}
      array={array}
      scale={scaleOf(model, limit)}
      decimals={decimalsFor(array.data, maxAbs(array.data) < SMALL ? 3 : 2)}
      filled={model.step.value >= from ? Infinity : 0}
      marks={marksOf(model)}
      cellName={({ row, column }, text) =>
        k('cell', { row: row + 1, column: column + 1, value: text })
      }
      onPoint={(cell) => (model.pointed.value = cell?.column)}
      onChoose={({ column }) => model.choose(column)}
    />
  );
}

type EditorProps = RowProps & {
  readonly quiet?: boolean;
  readonly onSet: (index: number, value: number, gesture?: string) => void;
};

/** One row of what the reader sets; a paste replaces both. */
export function Editor({ model, label, array, quiet, onSet }: EditorProps) {
  return (
    <MatrixEditor
      name="values"
      quiet={quiet}
      label={label}
      array={array}
      scale={signedScale(maxAbs(array.data))}
      marks={marksOf(model)}
      step={0.1}
      onPoint={(cell) => (model.pointed.value = cell?.column)}
      onSet={({ column }, value, gesture) => onSet(column, value, gesture)}
      onReplace={model.setValues}
    />
  );
}
