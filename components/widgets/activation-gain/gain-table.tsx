import { useSignal } from '@preact/signals';
import { PanelTitle } from '#charts/panel-title.tsx';
import { numberText } from '#charts/number-text.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import type { Gains } from './gains.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { gainText } from './words.ts';

type Props = ViewProps<Model, Key>;

const columns = ['mean', 'meanSquare', 'variance', 'gamma', 'released', 'he'] as const;

type Column = (typeof columns)[number];

const letters = { mean: 'μ', meanSquare: 'E[g²]', variance: 'σ²', gamma: 'γ' } as const;

const textOf = (column: Column, value: number): string =>
  letters[column as keyof typeof letters] && column !== 'gamma'
    ? numberText(value, 3)
    : gainText(value);

/** All activations: the chosen one is marked, another one is chosen by its name. */
export function GainTable({ model, t }: Props) {
  const order = useSignal<Column | undefined>(undefined);
  const sorted = (by: Column): readonly Gains[] =>
    [...model.all.value].sort((a, b) => (a[by] ?? Infinity) - (b[by] ?? Infinity));
  const rows = order.value ? sorted(order.value) : model.all.value;
  const chosen = model.exact.value.name;
  return (
    <div class="all">
      <PanelTitle name={t('table')} note={t('tableNote')} />
      <table class="number-table">
        <thead>
          <tr>
            <th scope="col">{t('column.name')}</th>
            {columns.map((column) => (
              <th
                key={column}
                class={column}
                scope="col"
                aria-sort={order.value === column ? 'ascending' : undefined}
              >
                <button
                  type="button"
                  onClick={() => {
                    order.value = order.value === column ? undefined : column;
                  }}
                >
                  {column in letters
                    ? letters[column as keyof typeof letters]
                    : t(`column.${column as 'released' | 'he'}`)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((gains) => (
            <tr key={gains.name} class={gains.name === chosen ? 'chosen' : ''}>
              <th scope="row">
                <button
                  type="button"
                  aria-pressed={gains.name === chosen}
                  onClick={() => model.choose(gains.name)}
                >
                  {t(`activation.${gains.name}`)}
                </button>
              </th>
              {columns.map((column) => (
                <td key={column} class={column}>
                  {gains[column] === undefined ? '–' : textOf(column, gains[column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
