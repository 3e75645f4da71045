import type { ComponentChildren } from 'preact';
import { shortNumber } from '#charts/number-text.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { Symbol } from '#kit/symbol.tsx';
import { maxAbs } from '#nd/nd-array.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { differenceText } from './words.ts';

type Props = ViewProps<Model, Key>;

/** Statistics of the outcome, as measured and by formula; the other variance; how far a number can stand out. */
export function Readout({ model, t }: Props) {
  const count = model.count.value;
  return (
    <div class="bn-readout">
      <table class="number-table">
        <caption>{t('readout', { count })}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('measured')}</th>
            <th scope="col" colSpan={2}>
              {t('byFormula')}
            </th>
            <th scope="col">{t('apart')}</th>
          </tr>
        </thead>
        <tbody>
          <Row model={model} t={t} name="mean" part="beta">
            <Symbol part="beta">β</Symbol>
          </Row>
          <Row model={model} t={t} name="deviation" part="gamma">
            |<Symbol part="gamma">γ</Symbol>| · σ / √(σ² + ε)
          </Row>
          <Row model={model} t={t} name="variance" part="gamma">
            <Symbol part="gamma">γ</Symbol>² · σ² / (σ² + ε)
          </Row>
        </tbody>
      </table>
      <div class="remarks">
        <p class="unbiased" {...usePart('variance')}>
          {t('unbiased', {
            freedom: count - 1,
            unbiased: shortNumber(model.statistics.value.unbiased),
          })}
        </p>
        <p class="furthest">
          {t('furthest', {
            furthest: shortNumber(maxAbs(model.result.value.normalized.data)),
            count,
            bound: shortNumber(Math.sqrt(count - 1)),
          })}
        </p>
      </div>
    </div>
  );
}

type RowProps = Props & {
  readonly name: 'mean' | 'deviation' | 'variance';
  readonly part: string;
  readonly children: ComponentChildren;
};

function Row({ model, t, name, part, children }: RowProps) {
  const measured = model.measured.value[name];
  const theory = model.theory.value[name];
  return (
    <tr {...usePart(part)}>
      <th scope="row">{t(`${name}Of`)}</th>
      <td>
        <b>{shortNumber(measured)}</b>
      </td>
      <td class="letters">{children}</td>
      <td>{shortNumber(theory)}</td>
      <td>{differenceText(measured, theory)}</td>
    </tr>
  );
}
