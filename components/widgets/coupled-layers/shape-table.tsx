import { shortNumber } from '#charts/number-text.ts';
import { PanelTitle } from '#charts/panel-title.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

const statistics = ['mean', 'deviation', 'skewness', 'kurtosis'] as const;

/** Mean, deviation and what neither of them says, before the step and now. */
export function ShapeTable({ model, t }: ViewProps<Model, Key>) {
  const part = usePart('shape');
  if (!model.isNormalized.value) return null;
  return (
    <section class="shape" {...part}>
      <PanelTitle name={t('shape')} />
      <table class="number-table">
        <thead>
          <tr>
            <td />
            {(['hidden', 'normalized'] as const).flatMap((row) =>
              (['before', 'after'] as const).map((time) => (
                <th key={`${row} ${time}`} scope="col">
                  {row === 'hidden' ? 'h' : 'ĥ'} {t(time)}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {statistics.map((name) => (
            <Statistic key={name} name={name} text={t(name)} of={model.shapes.value} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type StatisticProps = {
  readonly name: (typeof statistics)[number];
  readonly text: string;
  readonly of: Model['shapes']['value'];
};

function Statistic({ name, text, of: { hidden, normalized } }: StatisticProps) {
  return (
    <tr {...usePart(name)}>
      <th scope="row">{text}</th>
      <td>{shortNumber(hidden.before[name])}</td>
      <td>{shortNumber(hidden.now[name])}</td>
      <td>{shortNumber(normalized.before[name])}</td>
      <td>
        <b>{shortNumber(normalized.now[name])}</b>
      </td>
    </tr>
  );
}
