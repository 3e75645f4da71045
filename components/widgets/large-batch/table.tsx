import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { measures, type Model } from './model.ts';
import type { Key } from './strings.ts';
import { measuredText, valuesOf } from './words.ts';

/** The pointed-out batch size and rate, of both networks. */
export function PickedTable({ model, t }: ViewProps<Model, Key>) {
  const { row, column } = model.place.value;
  return (
    <table class="number-table" {...usePart('run')}>
      <caption>{t('picked', valuesOf(model))}</caption>
      <thead>
        <tr>
          <td />
          {measures.map((measure) => (
            <th key={measure} scope="col">
              {t(`measure.${measure}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {model.sides.value.map(({ kind, cells }) => (
          <tr key={kind} class={`treatment-${kind}`}>
            <th scope="row">{t(kind)}</th>
            {measures.map((measure) => (
              <td key={measure}>{measuredText(cells[row][column], measure, t)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
