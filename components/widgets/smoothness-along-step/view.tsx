import { PanelTitle } from '#charts/panel-title.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { measures, type Measure, type Model } from './model.ts';
import { CoursePlot, LinePlot } from './plots.tsx';
import type { Key } from './strings.ts';
import { PointTable, RunTable } from './tables.tsx';
import { lostText, multipleText } from './words.ts';

/** Loss and gradient along the line of one step, and what is kept of the lines of all steps. */
export function View({ model, t }: ViewProps<Model, Key>) {
  return (
    <div class="smoothness-along-step">
      <StepSizes model={model} t={t} />
      <div class="measures">
        {measures.map((measure) => (
          <MeasurePanel key={measure} measure={measure} model={model} t={t} />
        ))}
      </div>
      <div class="tables">
        <PointTable model={model} t={t} />
        <RunTable model={model} t={t} />
      </div>
      {model.runs.value.map((run) => {
        const text = lostText(run, t);
        return text && <p key={run.treatment}>{text}</p>;
      })}
      <p class="scope">{t('scope', { directions: model.directions.value.toLocaleString('en') })}</p>
    </div>
  );
}

function MeasurePanel(props: ViewProps<Model, Key> & { readonly measure: Measure }) {
  const { t, measure } = props;
  return (
    <section class="measure" {...usePart(measure)}>
      <PanelTitle name={t(measure)} note={t(`${measure}Note`)} />
      <LinePlot {...props} />
      <p class="kept">{t(`${measure}Course`)}</p>
      <CoursePlot {...props} />
    </section>
  );
}

/** The places on the line, from the nearest to the farthest, one of them pointed out. */
function StepSizes({ model, t }: ViewProps<Model, Key>) {
  return (
    <p class="step-sizes" role="group" aria-label={t('param.point')} {...usePart('step-size')}>
      <span>{t('param.point')}</span>
      {model.multiples.value.map((multiple, point) => (
        <button
          key={point}
          type="button"
          aria-pressed={model.point.value === point}
          onClick={() => model.showPoint(point)}
        >
          {multipleText(multiple)}
        </button>
      ))}
    </p>
  );
}
