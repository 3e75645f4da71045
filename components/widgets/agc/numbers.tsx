import type { ComponentChildren } from 'preact';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import type { Measured, Model } from './model.ts';
import type { Key } from './strings.ts';
import { percentText, narrowText } from './words.ts';

type Props = ViewProps<Model, Key>;

/** All numbers of each unit in a column, and those of the whole parameter in the last. */
export function Numbers({ model, t }: Props) {
  const { units, whole, result, params } = model;
  const { rate } = params.value;
  const columns: readonly Measured[] = [...units.value, whole.value];
  /** Where the units have factors of their own, the whole is as long as its parts make it. */
  const after = columns.map(({ gradientNorm, adaptive }) =>
    adaptive === undefined ? Math.hypot(...result.value.adaptive.data) : gradientNorm * adaptive,
  );
  const relative = (length: number, { star }: Measured): string =>
    percentText(length === 0 ? 0 : (rate * length) / star);
  return (
    <table class="number-table" aria-label={t('numbers')}>
      <thead>
        <tr>
          <td />
          {columns.map((_, column) => (
            <th
              key={column}
              scope="col"
              class={column === model.current.value.index ? 'current' : ''}
            >
              {column < units.value.length ? column + 1 : t('wholeName')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Row part="weights" name="‖W‖" texts={columns.map((one) => narrowText(one.weightNorm))} />
        <Row
          part="star"
          name="‖W‖* = max(‖W‖, ε)"
          texts={columns.map(({ star }) => narrowText(star))}
        />
        <Row
          part="gradients"
          name="‖G‖"
          texts={columns.map((one) => narrowText(one.gradientNorm))}
        />
        <Row part="ratio" name="‖G‖ / ‖W‖*" texts={columns.map(({ ratio }) => narrowText(ratio))} />
        <Row
          part="step"
          name={t('number.step')}
          texts={columns.map((one) => relative(one.gradientNorm, one))}
        />
      </tbody>
      <tbody class="after">
        <Row
          part="adaptive"
          name={t('number.adaptiveFactor')}
          texts={columns.map(({ adaptive }) =>
            adaptive === undefined ? '–' : narrowText(adaptive),
          )}
        />
        <Row part="adaptive" name={t('number.length')} texts={after.map(narrowText)} />
        <Row
          part="adaptive"
          name={t('number.stepAfter')}
          texts={columns.map((one, index) => relative(after[index], one))}
        />
      </tbody>
      <tbody class="after">
        <Row
          part="global"
          name={t('number.globalFactor')}
          texts={columns.map(({ global }) => narrowText(global))}
        />
        <Row
          part="global"
          name={t('number.length')}
          texts={columns.map(({ gradientNorm, global }) => narrowText(gradientNorm * global))}
        />
        <Row
          part="global"
          name={t('number.stepAfter')}
          texts={columns.map((one) => relative(one.gradientNorm * one.global, one))}
        />
      </tbody>
    </table>
  );
}

type RowProps = {
  readonly part: string;
  readonly name: ComponentChildren;
  readonly texts: readonly string[];
};

function Row({ part, name, texts }: RowProps) {
  return (
    <tr {...usePart(part)}>
      <th scope="row">{name}</th>
      {texts.map((text, column) => (
        <td key={column}>{text}</td>
      ))}
    </tr>
  );
}
