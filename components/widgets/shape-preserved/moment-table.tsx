import type { ComponentChildren } from 'preact';
import { numberText } from '#charts/number-text.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { Fraction } from '#kit/formula.tsx';
import { usePart } from '#kit/part.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { differenceText, momentText } from './words.ts';

type Props = ViewProps<Model, Key>;

const rows = ['mean', 'variance', 'skewness', 'kurtosis'] as const;

/** Mean, variance, skewness and kurtosis: before, after, their difference, and those of a bell. */
export function MomentTable({ model, t }: Props) {
  return (
    <table class="number-table moments">
      <thead>
        <tr>
          <td>m = {model.state.answered.value.params.size}</td>
          <th scope="col">{t('key.before')}</th>
          <th scope="col">{t('key.after', { letters: t(`letters.${model.stage.value}`) })}</th>
          <th scope="col">{t('difference')}</th>
          <th scope="col">{t('ofBell')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row} row={row} model={model} t={t} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, model, t }: Props & { readonly row: (typeof rows)[number] }) {
  const [before, after] = [model.before.value, model.after.value];
  return (
    <tr class={row} {...usePart(row === 'variance' ? 'deviation' : row)}>
      <th scope="row">
        {t(row)} <span class="letters">{letters[row]}</span>
      </th>
      <td>{momentText(before, row)}</td>
      <td>{momentText(after, row)}</td>
      <td>{differenceText(before, after, row)}</td>
      <td>{bells[row] === undefined ? '' : numberText(bells[row], 0)}</td>
    </tr>
  );
}

/** What the moments of a bell are, wherever it lies. */
const bells: Readonly<Record<(typeof rows)[number], number | undefined>> = {
  mean: undefined,
  variance: undefined,
  skewness: 0,
  kurtosis: 3,
};

const letters: Readonly<Record<(typeof rows)[number], ComponentChildren>> = {
  mean: (
    <>
      μ = <Mean /> x
    </>
  ),
  variance: (
    <>
      σ² = <Mean /> (x − μ)²
    </>
  ),
  skewness: (
    <>
      <Mean /> <Standardized />³
    </>
  ),
  kurtosis: (
    <>
      <Mean /> <Standardized />⁴
    </>
  ),
};

function Mean() {
  return (
    <>
      <Fraction over="m">1</Fraction> Σ
    </>
  );
}

function Standardized() {
  return (
    <>
      (<Fraction over="σ">x − μ</Fraction>)
    </>
  );
}
