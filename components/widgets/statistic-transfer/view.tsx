import { PanelTitle } from '#charts/panel-title.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { Chart } from './chart.tsx';
import { Formulas } from './formula.tsx';
import type { Given, Model } from './model.ts';
import { Picture } from './picture.tsx';
import type { Key } from './strings.ts';
import { Statistics } from './table.tsx';
import { distanceTexts } from './words.ts';

type Props = ViewProps<Model, Key>;

/** Content, style and result; the statistics of all three, and the formula that leads from one to the other. */
export function View({ model, t }: Props) {
  return (
    <div class="statistic-transfer">
      <div class="pictures">
        <GivenPicture model={model} t={t} name="content" note={t('ofContent')} />
        <span class="sign" aria-hidden="true">
          +
        </span>
        <GivenPicture model={model} t={t} name="style" note={t('ofStyle')} />
        <span class="sign" aria-hidden="true">
          →
        </span>
        <ResultPicture model={model} t={t} />
      </div>
      <ul class="distances">
        {distanceTexts(model, t).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <div class="details">
        <Chart model={model} t={t} />
        <div class="numbers">
          <Formulas model={model} t={t} />
          <Statistics model={model} t={t} />
        </div>
      </div>
    </div>
  );
}

function GivenPicture({
  model,
  t,
  name,
  note,
}: Props & { readonly name: Given; readonly note: string }) {
  return (
    <section class={name} {...usePart(name)}>
      <PanelTitle name={t(name)} note={note} />
      <Picture
        picture={model.state.params.value[name]}
        label={t(name)}
        onPaint={(cell, gesture) => model.paint(name, cell, gesture)}
      />
    </section>
  );
}

/** Deviations on the way to the result are drawn around a middle grey, those of one unit at a fifth. */
const tones: readonly (((value: number) => number) | undefined)[] = [
  undefined,
  (value) => 0.5 + value,
  (value) => 0.5 + value / 5,
  (value) => 0.5 + value,
  undefined,
];

function ResultPicture({ model, t }: Props) {
  const step = model.step.value;
  return (
    <section class="result" {...usePart('result')}>
      <PanelTitle name={t('result')} note={t(`note.${step}` as Key)} />
      <Picture picture={model.shown.value} label={t('result')} tone={tones[step]} />
    </section>
  );
}
