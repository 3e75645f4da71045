import { numberText } from '#charts/number-text.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { sides, type Model } from './model.ts';
import type { Key } from './strings.ts';
import { filterName, inputsText } from './words.ts';

/** Mean and variance of every filter's output before and after, and how far each may be off. */
export function OutcomeTable({ model, t }: ViewProps<Model, Key>) {
  return (
    <section class="numbers" {...usePart('output')}>
      <p class="panel-title">
        <b>{t('table', { inputs: inputsText(t, model) })}</b>
      </p>
      <table class="number-table">
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              {t('filter')}
            </th>
            {sides.map((side) => (
              <th key={side} colSpan={2} scope="colgroup" class={side}>
                {t(side)}
              </th>
            ))}
          </tr>
          <tr>
            {sides.flatMap((side) => [
              <th key={`mean ${side}`} scope="col">
                {t('mean')}
              </th>,
              <th key={`variance ${side}`} scope="col">
                {t('variance')}
              </th>,
            ])}
          </tr>
        </thead>
        <tbody>
          {model.filters.value.map((numbers, filter) => (
            <tr key={filter} data-current={model.filter.value === filter ? '' : undefined}>
              <th scope="row">{filterName(t, filter)}</th>
              {sides.flatMap((side) => {
                const { mean, meanError, variance, varianceError } = numbers[side];
                return [
                  <Off key={`mean ${side}`} value={mean} error={meanError} />,
                  <Off key={`variance ${side}`} value={variance} error={varianceError} />,
                ];
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="errors">{t('errorNote')}</p>
    </section>
  );
}

function Off({ value, error }: { readonly value: number; readonly error: number }) {
  return (
    <td>
      {numberText(value, 2)} <small>± {numberText(error, 2)}</small>
    </td>
  );
}
