import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { misses, statistics, type Statistic } from './gains.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { countText, estimateTexts, gainText } from './words.ts';

type Props = ViewProps<Model, Key>;

/** What the chosen sample gives, beside what is exact. */
export function Readout({ model, t }: Props) {
  return (
    <table class="number-table">
      <thead>
        <tr>
          <td />
          <th scope="col">{t('exact')}</th>
          <th scope="col">{t('sample', { count: countText(model.now.value.count) })}</th>
          <th scope="col">{t('reach')}</th>
        </tr>
      </thead>
      <tbody>
        {statistics.map((name) => (
          <Row key={name} model={model} t={t} name={name} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ model, t, name }: Props & { readonly name: Statistic }) {
  const exact = model.exact.value[name];
  const estimate = model.now.value[name];
  const { value, reach } = estimateTexts(estimate);
  return (
    <tr {...usePart(name)} class={misses(estimate, exact) ? 'miss' : ''}>
      <th scope="row">{t(`of.${name}`)}</th>
      <td>{gainText(exact)}</td>
      <td>{value}</td>
      <td>± {reach}</td>
    </tr>
  );
}
