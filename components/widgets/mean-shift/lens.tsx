import { signedScale, type ColourScale } from '#charts/cell-colour.ts';
import { shortNumber, signedNumber } from '#charts/number-text.ts';
import { TensorGrid } from '#charts/tensor-grid.tsx';
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
import { lookedText } from './words.ts';

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
  const shared = {
    array: square(weights),
    scale: signedScale(maxAbs(weights)),
    label: t('weight'),
    decimals: 2,
  };
  const note = order === 'scaled' ? t('standardized') : t(isOwn ? 'own' : 'drawn');
  return (
    <Panel part="weight" name={t('weight')} note={note}>
      {order === 'scaled' ? (
        <Looked {...shared} />
      ) : (
        <MatrixEditor
          {...shared}
          name="filter"
          step={0.05}
          onSet={({ row, column }, value, gesture) =>
            model.setWeight(row * shared.array.shape[1] + column, value, gesture)
          }
          onReplace={model.setFilter}
        />
      )}
    </Panel>
  );
}

function Means({ model, t }: Props) {
  const { means } = model.looked.value;
  return (
    <Panel part="inputMean" name={t('inputMean')} note={t('inputMeanOf')}>
      <Looked
        array={square(means)}
        scale={signedScale(maxAbs(means))}
        label={t('inputMean')}
        decimals={2}
      />
    </Panel>
  );
}

function Products({ model, t }: Props) {
  const { products } = model.looked.value;
  return (
    <Panel part="product" name={t('product')} note={t('productOf')}>
      <Looked
        array={square(products)}
        scale={signedScale(maxAbs(products))}
        label={t('product')}
        decimals={2}
      />
    </Panel>
  );
}

type LookedProps = {
  readonly array: ReturnType<typeof square>;
  readonly scale: ColourScale;
  readonly label: string;
  readonly decimals: number;
};

function Looked(props: LookedProps) {
  const { k } = useWidget();
  return (
    <TensorGrid
      {...props}
      cellName={({ row, column }, text) =>
        k('cell', { row: row + 1, column: column + 1, value: text })
      }
    />
  );
}

/** The sum of the products beside the mean that was measured, and what most of it is. */
function Sums({ model, t }: Props) {
  const { sum, measured, before, sumOfWeights, meanOfInputs, order } = model.looked.value;
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
      <p>
        {t('mostly', {
          weights: shortNumber(sumOfWeights),
          mean: shortNumber(meanOfInputs),
          product: shortNumber(sumOfWeights * meanOfInputs),
        })}
      </p>
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

function square(values: Float32Array) {
  const side = Math.sqrt(values.length);
  return ndArray([side, side], values);
}
