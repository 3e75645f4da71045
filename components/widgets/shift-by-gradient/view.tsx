import { PanelTitle } from '#charts/panel-title.tsx';
import { Ramp } from '#charts/ramp.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { CosineMap } from './maps.tsx';
import type { Model } from './model.ts';
import { CosinePlot, DistancePlot } from './plots.tsx';
import type { Key } from './strings.ts';
import { PlaceTable, RunTable } from './tables.tsx';
import { comparedText, layerText, lostText } from './words.ts';

type Props = ViewProps<Model, Key>;

/** How far the step of the layers below turns each layer's gradient, and for one layer also how far it moves it. */
export function View({ model, t }: Props) {
  const row = model.chosen.value.row;
  const layer = layerText(row, model, t);
  return (
    <div class="shift-by-gradient">
      <Maps model={model} t={t} />
      <p class="compared">{comparedText(model, t)}</p>
      {model.runs.value.map((run) => {
        const text = lostText(run, t);
        return text && <p key={run.treatment}>{text}</p>;
      })}
      <Layers model={model} t={t} />
      <div class="of-layer">
        <section {...usePart('cosine')}>
          <PanelTitle name={t('cosineOf', { layer })} note={t('cosineNote')} />
          <CosinePlot model={model} t={t} />
        </section>
        <section {...usePart('distance')}>
          <PanelTitle name={t('distanceOf', { layer })} note={t('distanceNote')} />
          <DistancePlot model={model} t={t} />
        </section>
      </div>
      <div class="tables">
        <PlaceTable model={model} t={t} />
        <RunTable model={model} t={t} />
      </div>
      <p class="scope">{t('scope')}</p>
    </div>
  );
}

/** The cosine of every layer at every measured step, a picture for each network. */
function Maps({ model, t }: Props) {
  return (
    <section {...usePart('cosine')}>
      <div class="head">
        <PanelTitle name={t('cosine')} note={t('cosineMapNote')} />
        <Ramp low={t('opposite')} high={t('same')} />
      </div>
      <div class="maps">
        {model.runs.value.map((run) => (
          <CosineMap key={run.treatment} model={model} t={t} run={run} />
        ))}
      </div>
    </section>
  );
}

/** The layers that have one below them, from the lowest to the one that gives the classes, one of them shown. */
function Layers({ model, t }: Props) {
  const { row, column } = model.chosen.value;
  return (
    <p class="layers" role="group" aria-label={t('param.layer')} {...usePart('layer')}>
      <span>{t('param.layer')}</span>
      {Array.from({ length: model.params.value.depth }, (_, each) => (
        <button
          key={each}
          type="button"
          aria-pressed={row === each}
          onClick={() => model.choose({ row: each, column })}
        >
          {layerText(each, model, t)}
        </button>
      ))}
    </p>
  );
}
