import type { ComponentChildren } from 'preact';
import { signedScale } from '#charts/cell-colour.ts';
import { decimalsFor, shortNumber, signedNumber } from '#charts/number-text.ts';
import { TensorGrid } from '#charts/tensor-grid.tsx';
import { MatrixEditor } from '#controls/matrix-editor.tsx';
import { useWidget } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { FormulaLine, Fraction, InNumbers, Root } from '#kit/formula.tsx';
import { usePart } from '#kit/part.ts';
import { Symbol } from '#kit/symbol.tsx';
import { maxAbs, type NdArray } from '#nd/nd-array.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { epsilonText, inputText, sumText } from './words.ts';

type Props = ViewProps<Model, Key>;

/** The four lines in letters, in numbers, and as the row of numbers that each works on. */
export function FormulaLines({ model, t }: Props) {
  return (
    <>
      <MeanLine model={model} t={t} />
      <VarianceLine model={model} t={t} />
      <NormalizedLine model={model} t={t} />
      <OutcomeLine model={model} t={t} />
    </>
  );
}

type LineProps = {
  readonly model: Model;
  readonly line: number;
  readonly name: string;
  readonly formula: ComponentChildren;
  readonly numbers: ComponentChildren;
  readonly children: ComponentChildren;
};

function Line({ model, line, name, formula, numbers, children }: LineProps) {
  const done = model.step.value >= line;
  return (
    <div class="line" data-line={line} data-done={done}>
      <FormulaLine name={`${line} ${name}`}>
        {formula}
        <InNumbers>
          <span class="done">{numbers}</span>
        </InNumbers>
      </FormulaLine>
      {children}
    </div>
  );
}

const Count = () => <Fraction over={<Symbol part="count">m</Symbol>}>1</Fraction>;

/** x with its number. */
const X = () => (
  <Symbol part="x">
    x<sub>i</sub>
  </Symbol>
);

const Mu = () => <Symbol part="mean">μ</Symbol>;
const Variance = () => <Symbol part="variance">σ²</Symbol>;
const Normalized = () => (
  <Symbol part="normalized">
    x̂<sub>i</sub>
  </Symbol>
);

function MeanLine({ model, t }: Props) {
  const { x } = model.params.value;
  const { x: own } = model.state.params.value;
  return (
    <Line
      model={model}
      line={1}
      name={t('mean')}
      formula={
        <>
          <Mu /> = <Count /> Σ <X />
        </>
      }
      numbers={
        <>
          ({sumText(x.data, decimalsFor(x.data))}) / {model.count.value} ={' '}
          {shortNumber(model.statistics.value.mean)}
        </>
      }
    >
      <div {...usePart('x')}>
        <MatrixEditor
          name="x"
          label={t('row.x')}
          array={own}
          scale={signedScale(maxAbs(own.data))}
          marks={marksOf(model)}
          step={0.1}
          onPoint={(cell) => (model.pointed.value = cell?.column)}
          onSet={({ column }, value, gesture) => model.setNumber(column, value, gesture)}
          onReplace={model.setNumbers}
        />
      </div>
    </Line>
  );
}

function VarianceLine({ model, t }: Props) {
  const centred = model.rows.value[1];
  const squares = centred.data.map((value) => value * value);
  return (
    <Line
      model={model}
      line={2}
      name={t('variance')}
      formula={
        <>
          <Variance /> = <Count /> Σ (<X /> − <Mu />
          )²
        </>
      }
      numbers={
        <>
          ({sumText(squares, decimalsFor(squares))}) / {model.count.value} ={' '}
          {shortNumber(model.statistics.value.variance)}
        </>
      }
    >
      <Row model={model} t={t} row={1} array={centred} limit={maxAbs(model.params.value.x.data)} />
    </Line>
  );
}

function NormalizedLine({ model, t }: Props) {
  const { x, epsilon } = model.params.value;
  const { normalized } = model.result.value;
  const { mean, variance } = model.statistics.value;
  const index = model.current.value;
  return (
    <Line
      model={model}
      line={3}
      name={t('normalized')}
      formula={
        <>
          <Normalized /> ={' '}
          <Fraction
            over={
              <Root>
                <Variance /> + <Symbol part="epsilon">ε</Symbol>
              </Root>
            }
          >
            <X /> − <Mu />
          </Fraction>
        </>
      }
      numbers={
        <>
          ({inputText(x.data[index])} − {signedNumber(mean)}) / √(
          {shortNumber(variance)} + {epsilonText(epsilon)}) = {shortNumber(normalized.data[index])}
        </>
      }
    >
      <Row model={model} t={t} row={2} array={normalized} limit={3} />
    </Line>
  );
}

function OutcomeLine({ model, t }: Props) {
  const { gamma, beta } = model.params.value;
  const { normalized, y } = model.result.value;
  const index = model.current.value;
  const bracketed = (value: number): string =>
    value < 0 ? `(${inputText(value)})` : inputText(value);
  return (
    <Line
      model={model}
      line={4}
      name={t('outcome')}
      formula={
        <>
          <Symbol part="y">
            y<sub>i</sub>
          </Symbol>{' '}
          = <Symbol part="gamma">γ</Symbol> <Normalized /> + <Symbol part="beta">β</Symbol>
        </>
      }
      numbers={
        <>
          {inputText(gamma)} · {signedNumber(normalized.data[index])} + {bracketed(beta)} ={' '}
          {shortNumber(y.data[index])}
        </>
      }
    >
      <Row model={model} t={t} row={3} array={y} limit={Math.max(3, maxAbs(y.data))} />
    </Line>
  );
}

const parts = ['x', 'centred', 'normalized', 'y'] as const;

type RowProps = Props & {
  readonly row: 1 | 2 | 3;
  readonly array: NdArray;
  readonly limit: number;
};

/** What a line makes of every number; empty cells until its turn comes. */
function Row({ model, t, row, array, limit }: RowProps) {
  const { k } = useWidget();
  const part = parts[row];
  return (
    <div {...usePart(part)}>
      <TensorGrid
        label={t(`row.${part}`)}
        array={array}
        scale={signedScale(limit)}
        decimals={decimalsFor(array.data)}
        filled={model.step.value > row ? Infinity : 0}
        marks={marksOf(model)}
        cellName={({ row: r, column }, text) =>
          k('cell', { row: r + 1, column: column + 1, value: text })
        }
        onPoint={(cell) => (model.pointed.value = cell?.column)}
        onChoose={({ column }) => model.choose(column)}
      />
    </div>
  );
}

const marksOf = (model: Model) => [{ kind: 'cell', row: 0, column: model.current.value }] as const;
