import { signedScale } from '#charts/cell-colour.ts';
import { shortNumber, signedNumber } from '#charts/number-text.ts';
import type { Mark } from '#charts/grid-marks.tsx';
import { TensorGrid, type GridCell } from '#charts/tensor-grid.tsx';
import { MatrixEditor } from '#controls/matrix-editor.tsx';
import { NumberField } from '#controls/number-field.tsx';
import { useShown, useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { Panel } from '#kit/panel.tsx';
import { Symbol } from '#kit/symbol.tsx';
import { maxAbs, ndArray } from '#nd/nd-array.ts';
import { Lanes } from './lanes.tsx';
import type { Model } from './model.ts';
import { params } from './params.ts';
import type { Key } from './strings.ts';
import { lookedText, pushText } from './words.ts';

type Props = ViewProps<Model, Key>;

/** One channel: where its mean comes from, and what becomes of it in its layer. */
export function Lens({ model, t }: Props) {
  return (
    <div class="lens">
      <p class="outcome">
        <b>{lookedText(t, model)}</b> {t('press')}
      </p>
      <div class="grids">
        <Filter model={model} t={t} />
        <span class="sign">×</span>
        <Means model={model} t={t} />
        <span class="sign">=</span>
        <Products model={model} t={t} />
      </div>
      <Sums model={model} t={t} />
      <Lanes model={model} t={t} />
    </div>
  );
}

/** The weights of the filter; those that are standardized are only looked at. */
function Filter({ model, t }: Props) {
  const { weights, order, isOwn } = model.looked.value;
  const grid = gridOf(model, weights, t('weight'));
  const note = order === 'scaled' ? t('standardized') : t(isOwn ? 'own' : 'drawn');
  return (
    <Panel part="weight" name={t('weight')} note={note}>
      {order === 'scaled' ? (
        <Looked {...grid} />
      ) : (
        <MatrixEditor
          {...grid}
          name="filter"
          step={0.05}
          onSet={(cell, value, gesture) => model.setWeight(grid.inputOf(cell), value, gesture)}
          onReplace={model.setFilter}
        />
      )}
    </Panel>
  );
}

function Means({ model, t }: Props) {
  return (
    <Panel part="inputMean" name={t('inputMean')} note={t('inputMeanOf')}>
      <Looked {...gridOf(model, model.looked.value.means, t('inputMean'))} />
    </Panel>
  );
}

function Products({ model, t }: Props) {
  return (
    <Panel part="product" name={t('product')} note={t('productOf')}>
      <Looked {...gridOf(model, model.looked.value.products, t('product'))} />
    </Panel>
  );
}

/** One number for each input, as a square; the input that is pointed at is framed in all of them. */
function gridOf({ pointed }: Model, values: Float32Array, label: string) {
  const side = Math.sqrt(values.length);
  const inputOf = ({ row, column }: GridCell): number => row * side + column;
  const at = pointed.value;
  const marks: readonly Mark[] =
    at === undefined || at >= values.length
      ? []
      : [{ kind: 'cell', row: Math.floor(at / side), column: at % side }];
  return {
    array: ndArray([side, side], values),
    scale: signedScale(maxAbs(values)),
    label,
    decimals: 2,
    marks,
    inputOf,
    onPoint(cell: GridCell | undefined): void {
      pointed.value = cell && inputOf(cell);
    },
  };
}

function Looked(grid: ReturnType<typeof gridOf>) {
  const { k } = useWidget();
  return (
    <TensorGrid
      {...grid}
      cellName={({ row, column }, text) =>
        k('cell', { row: row + 1, column: column + 1, value: text })
      }
    />
  );
}

/** The sum of the products beside the mean that was measured, and what most of it is. */
function Sums({ model, t }: Props) {
  const { sum, measured, before, sumOfWeights, order } = model.looked.value;
  const visible = useShown('filter');
  return (
    <div class="sums">
      <p class="formula">
        <Symbol part="product">Σ</Symbol> <Symbol part="weight">w</Symbol>
        <Symbol part="inputMean">μ</Symbol> = <Symbol part="mean">{shortNumber(sum)}</Symbol>
        <small>
          {t(before === undefined ? 'measured' : 'measuredBranch', { mean: shortNumber(measured) })}
        </small>
      </p>
      {before !== undefined && (
        <p>
          {t('added', {
            before: shortNumber(before),
            sum: signedNumber(sum),
            mean: shortNumber(before + measured),
          })}
        </p>
      )}
      <p>{pushText(t, model)}</p>
      {order !== 'scaled' && visible && (
        <NumberField
          label={t('setSum')}
          value={sumOfWeights}
          min={params.filter.min}
          max={params.filter.max}
          step={0.1}
          onChange={model.setSum}
        />
      )}
    </div>
  );
}
