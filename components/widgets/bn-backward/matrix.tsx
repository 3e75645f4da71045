import { signedScale } from '#charts/cell-colour.ts';
import type { Mark } from '#charts/grid-marks.tsx';
import { decimalsFor } from '#charts/number-text.ts';
import { PanelTitle } from '#charts/panel-title.tsx';
import { TensorGrid, type TensorGridProps } from '#charts/tensor-grid.tsx';
import { useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { FormulaLine, Fraction, InNumbers } from '#kit/formula.tsx';
import { usePart } from '#kit/part.ts';
import { Symbol } from '#kit/symbol.tsx';
import { maxAbs, type NdArray } from '#nd/nd-array.ts';
import { Divisor, G, Gamma, Minus, Slope } from './letters.tsx';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { bracketed, shortText, sumText } from './words.ts';

type Props = ViewProps<Model, Key>;

/** The whole way back as one matrix, times the gradient that arrives. */
export function Matrix({ model, t }: Props) {
  const { upstream, gradient } = model.rows.value;
  const { row, column } = model.entry.value;
  const limit = maxAbs(upstream.data);
  const columns = model.count.value;
  const point: TensorGridProps['onPoint'] = (cell) => {
    model.pointed.value = cell?.row;
  };
  return (
    <div class="matrix">
      <p class="formula">
        <Slope by="x" /> ={' '}
        <Fraction over={<Divisor />}>
          <Gamma />
        </Fraction>{' '}
        <Symbol part="matrix">P</Symbol> <Symbol part="upstream">g</Symbol>,{' '}
        <Symbol part="matrix">P</Symbol> = I <Minus />{' '}
        <Symbol part="common">
          <b>11</b>ᵀ/m
        </Symbol>{' '}
        <Minus /> <Symbol part="along">x̂x̂ᵀ/m</Symbol>
      </p>
      <div class="product">
        <span class="sign factor" {...usePart('gamma')}>
          {shortText(model.statistics.value.factor)} ×
        </span>
        <section {...usePart('matrix')}>
          <PanelTitle name="P" />
          <Grid
            label={t('matrix')}
            array={model.projection.value}
            limit={1}
            marks={[
              { kind: 'window', row, column: 0, columns },
              { kind: 'cell', row, column },
            ]}
            onPoint={(cell) => {
              model.pointed.value = cell?.row;
              model.column.value = cell?.column;
            }}
            onChoose={(cell) => model.choose(cell.row)}
          />
        </section>
        <span class="sign">×</span>
        <section class="vector" {...usePart('upstream')}>
          <PanelTitle name="g" />
          <Grid
            label={t('column.upstream')}
            array={columnOf(upstream)}
            limit={limit}
            marks={[{ kind: 'cell', row: column, column: 0 }]}
            onPoint={(cell) => {
              model.column.value = cell?.row;
            }}
          />
        </section>
        <span class="sign">=</span>
        <section class="vector" {...usePart('gradient')}>
          <PanelTitle name="∂L/∂x" />
          <Grid
            label={t('column.gradient')}
            array={columnOf(gradient)}
            limit={limit}
            marks={[{ kind: 'window', row, column: 0 }]}
            onPoint={point}
            onChoose={(cell) => model.choose(cell.row)}
          />
        </section>
      </div>
      <Entries model={model} t={t} />
    </div>
  );
}

/** Where one gradient, and one entry of the matrix, come from. */
function Entries({ model, t }: Props) {
  const { row, column } = model.entry.value;
  const { upstream, gradient, normalized } = model.rows.value;
  const m = model.count.value;
  const weights = model.projection.value.data.subarray(row * m, (row + 1) * m);
  const terms = Array.from(
    weights,
    (weight, j) => `${bracketed(weight)} · ${bracketed(upstream.data[j])}`,
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return (
    <div class="entries">
      <FormulaLine name={t('oneGradient', { index: row + 1 })}>
        <Slope by="x" index={row + 1} /> ={' '}
        <Fraction over={<Divisor />}>
          <Gamma />
        </Fraction>{' '}
        Σ{' '}
        <Symbol part="matrix">
          P<sub>{row + 1},j</sub>
        </Symbol>{' '}
        <G index="j" />
        <InNumbers>
          {shortText(model.statistics.value.factor)} · ({sumText(terms, 6)}) ={' '}
          <b>{shortText(gradient.data[row])}</b>
        </InNumbers>
      </FormulaLine>
      <FormulaLine name={t('oneEntry', { row: row + 1, column: column + 1 })}>
        P
        <sub>
          {row + 1},{column + 1}
        </sub>{' '}
        = <span class="upright">{row === column ? 1 : 0}</span> <Minus />{' '}
        <Symbol part="common">
          <span class="upright">1</span>/m
        </Symbol>{' '}
        <Minus />{' '}
        <Symbol part="along">
          x̂<sub>{row + 1}</sub>x̂<sub>{column + 1}</sub>/m
        </Symbol>
        <InNumbers>
          {row === column ? 1 : 0} − 1/{m} − {bracketed(normalized.data[row])} ·{' '}
          {bracketed(normalized.data[column])} / {m} = <b>{shortText(weights[column])}</b>
        </InNumbers>
      </FormulaLine>
      <p class="remark">{t('rowSum', { index: row + 1, sum: shortText(sum) })}</p>
    </div>
  );
}

const columnOf = ({ data }: NdArray): NdArray => ({ shape: [data.length, 1], data });

type GridProps = Pick<TensorGridProps, 'label' | 'array' | 'onPoint' | 'onChoose'> & {
  readonly limit: number;
  readonly marks: readonly Mark[];
};

function Grid({ limit, ...props }: GridProps) {
  const { k } = useWidget();
  return (
    <TensorGrid
      {...props}
      scale={signedScale(limit)}
      decimals={decimalsFor(props.array.data)}
      cellName={({ row, column }, text) =>
        k('cell', { row: row + 1, column: column + 1, value: text })
      }
    />
  );
}
