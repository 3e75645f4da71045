import { numberText } from '#charts/number-text.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { FormulaLine, Fraction, InNumbers, Root } from '#kit/formula.tsx';
import { usePart } from '#kit/part.ts';
import { Symbol } from '#kit/symbol.tsx';
import { BATCHES } from './data.ts';
import { doublings } from './data.ts';
import { quantities, type Comparison, type Model, type Quantity } from './model.ts';
import type { Key } from './strings.ts';
import { theoryOf } from './theory.ts';

type Props = ViewProps<Model, Key>;

/** Words of the three quantities, and their parts of the figure. */
const words = {
  meanSpread: ['meanSpread', 'mean-spread'],
  variance: ['expectation', 'variance'],
  varianceSpread: ['varianceSpread', 'variance-spread'],
} as const satisfies Record<Quantity, readonly [Key, string]>;

const text = (value: number): string => numberText(value, 3);

/** The statistics of the batch in hand, and what theory says of all batches. */
export function Formulas({ model, t }: Props) {
  const { batchSize: n, side, correlation } = model.params.value;
  const { values, meanSpread, variance, varianceSpread } = model.theory.value;
  const { mean, variance: own } = model.batch.value;
  const pixels = side * side;
  const independent = pixels === 1 || correlation === 0;
  const rho = numberText(correlation, 2);
  return (
    <div class="formulas">
      <FormulaLine name={t('ofBatch')}>
        <Symbol part="batch">
          μ<sub>B</sub>
        </Symbol>{' '}
        = <Fraction over={values}>1</Fraction> Σ x,{' '}
        <Symbol part="batch">
          σ²<sub>B</sub>
        </Symbol>{' '}
        = <Fraction over={values}>1</Fraction> Σ (x − μ<sub>B</sub>)²
        <InNumbers>
          μ<sub>B</sub> = {text(mean)}, σ²<sub>B</sub> = {text(own)}
        </InNumbers>
      </FormulaLine>
      <FormulaLine name={t('meanSpread')}>
        <Symbol part="mean-spread">
          std μ<sub>B</sub>
        </Symbol>{' '}
        =&nbsp;
        <Root>
          (1 + (HW − 1) <Symbol part="correlation">ρ</Symbol>) / (
          <Symbol part="batch-size">N</Symbol> · <Symbol part="pixels">HW</Symbol>)
        </Root>
        <InNumbers>
          √((1 + {pixels - 1} · {rho}) / ({n} · {pixels})) = {text(meanSpread)}
        </InNumbers>
      </FormulaLine>
      <FormulaLine name={t('expectation')}>
        <Symbol part="variance">
          E σ²<sub>B</sub>
        </Symbol>{' '}
        = 1 − (
        <Symbol part="mean-spread">
          std μ<sub>B</sub>
        </Symbol>
        )²
        <InNumbers>
          1 − {text(meanSpread)}² = {text(variance)}
        </InNumbers>
      </FormulaLine>
      <FormulaLine name={t('varianceSpread')}>
        <Symbol part="variance-spread">
          std σ²<sub>B</sub>
        </Symbol>{' '}
        =&nbsp;
        {independent ? (
          <>
            <Root>2 (m − 1)</Root> / m
          </>
        ) : (
          <>
            <Root>2 (N − 1) λ² + 2 N (HW − 1) (1 − ρ)²</Root> / m
          </>
        )}
        <InNumbers>
          {independent
            ? `√(2 · ${values - 1}) / ${values} = `
            : `λ = 1 + (HW − 1) ρ = ${numberText(1 + (pixels - 1) * correlation, 2)}: `}
          {text(varianceSpread)}
        </InNumbers>
      </FormulaLine>
    </div>
  );
}

/** Theory and measurement of the present size, and how far they are apart. */
export function Comparisons({ model, t }: Props) {
  return (
    <table class="number-table comparisons">
      <thead>
        <tr>
          <td />
          <th scope="col">{t('theory')}</th>
          <th scope="col">{t('measured')}</th>
          <th scope="col">{t('apart')}</th>
        </tr>
      </thead>
      <tbody>
        {quantities.map((quantity) => (
          <Row
            key={quantity}
            name={t(words[quantity][0])}
            part={words[quantity][1]}
            {...model.compare(model.params.value.batchSize, quantity)}
          />
        ))}
      </tbody>
    </table>
  );
}

function Row({ name, part, ...numbers }: Comparison & Record<'name' | 'part', string>) {
  return (
    <tr {...usePart(part)}>
      <th scope="row">{name}</th>
      <td class="by-theory">{text(numbers.theory)}</td>
      <td>{text(numbers.measured)}</td>
      <td>{numberText(numbers.apart, 1)}</td>
    </tr>
  );
}

/** The same for all doublings of the batch size: theory, and in small what was measured. */
export function Table({ model, t }: Props) {
  return (
    <table class="number-table doublings">
      <caption>{t('tableCaption', { batches: BATCHES })}</caption>
      <thead>
        <tr>
          <th scope="col">N</th>
          <th scope="col">m</th>
          {quantities.map((quantity) => (
            <th key={quantity} scope="col">
              {t(words[quantity][0])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {doublings.map((size) => (
          <tr key={size} data-size={size}>
            <th scope="row">{size}</th>
            <td>{theoryOf({ ...model.params.value, batchSize: size }).values}</td>
            {quantities.map((quantity) => {
              const { theory, measured } = model.compare(size, quantity);
              return (
                <td key={quantity}>
                  <span class="by-theory">{numberText(theory, 5)}</span>{' '}
                  <small>{text(measured)}</small>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
