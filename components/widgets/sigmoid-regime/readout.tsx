import { numberText } from '#charts/number-text.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import type { Model } from './model.ts';
import { stages } from './params.ts';
import { LINEAR, SATURATED } from './regimes.ts';
import type { Key } from './strings.ts';
import { percent } from './words.ts';

type Props = ViewProps<Model, Key>;

const plain = (value: number): string => numberText(value, 2);

/** What was counted before and at the stage that is shown, and what the normal law says. */
export function Readout({ model, t }: Props) {
  return (
    <div class="regime-readout">
      <table class="number-table">
        <thead>
          <tr>
            <td />
            <th scope="col">{t('stage.input')}</th>
            <th scope="col">{t(`now.${stages[model.step.value]}`)}</th>
            <th scope="col">{t('law')}</th>
            <th scope="col">{t('apart')}</th>
          </tr>
        </thead>
        <tbody>
          <Row model={model} t={t} name="mean" text={plain} />
          <Row model={model} t={t} name="deviation" text={plain} />
          <Row model={model} t={t} name="linear" text={percent} />
          <Row model={model} t={t} name="saturated" text={percent} />
        </tbody>
      </table>
      <p>
        {t('regimes', { linear: plain(LINEAR), saturated: plain(SATURATED) })}{' '}
        {model.now.value.outside > 0 && t('outside', { count: model.now.value.outside })}
      </p>
    </div>
  );
}

type RowProps = Props & {
  readonly name: 'mean' | 'deviation' | 'linear' | 'saturated';
  readonly text: (value: number) => string;
};

function Row({ model, t, name, text }: RowProps) {
  const now = model.now.value[name];
  const expected = model.expected.value[name];
  return (
    <tr {...usePart(name)}>
      <th scope="row">{t(name)}</th>
      <td>{text(model.before.value[name])}</td>
      <td>
        <b>{text(now)}</b>
      </td>
      <td>{text(expected)}</td>
      <td>{text(Math.abs(now - expected))}</td>
    </tr>
  );
}
