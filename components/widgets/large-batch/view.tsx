import type { ViewProps } from '#kit/define-widget.ts';
import { BestPlot } from './best-plot.tsx';
import { CoursePlot } from './course-plot.tsx';
import { SweepMap } from './map.tsx';
import { measures, type Model } from './model.ts';
import type { Key } from './strings.ts';
import { PickedTable } from './table.tsx';
import { valuesOf } from './words.ts';

type Props = ViewProps<Model, Key>;

/** Every batch size at every rate, with a norm and without; the best of each; and one run. */
export function View({ model, t }: Props) {
  return (
    <div class="large-batch">
      <Switch
        name={t('param.measure')}
        options={measures}
        word={(measure) => t(`measure.${measure}`)}
        chosen={model.measure.value}
        choose={model.showMeasure}
        note={t(`${model.measure.value}Note`)}
      />
      <p class="key-line">{t('key')}</p>
      <div class="panels">
        {model.sides.value.map((side) => (
          <SweepMap key={side.kind} model={model} t={t} side={side} />
        ))}
        <section class="picked">
          <CoursePlot model={model} t={t} />
          <Switch
            name={t('param.along')}
            options={['epochs', 'steps'] as const}
            word={(along) => t(`along.${along}`)}
            chosen={model.along.value}
            choose={model.showAlong}
          />
          <PickedTable model={model} t={t} />
        </section>
        {measures.map((measure) => (
          <BestPlot key={measure} model={model} t={t} measure={measure} />
        ))}
        <p class="scope">{t('scope', valuesOf(model))}</p>
      </div>
    </div>
  );
}

type SwitchProps<O extends string> = {
  readonly name: string;
  readonly options: readonly O[];
  readonly word: (option: O) => string;
  readonly chosen: O;
  readonly choose: (option: O) => void;
  readonly note?: string;
};

/** One of two ways to look. */
function Switch<O extends string>({ name, options, word, chosen, choose, note }: SwitchProps<O>) {
  return (
    <p class="switch" role="group" aria-label={name}>
      <span>{name}</span>
      {options.map((option) => (
        <button
          key={option}
          type="button"
          aria-pressed={option === chosen}
          onClick={() => choose(option)}
        >
          {word(option)}
        </button>
      ))}
      {note && <small>{note}</small>}
    </p>
  );
}
