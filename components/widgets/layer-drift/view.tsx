import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { Drift, Losses } from './charts.tsx';
import type { Model } from './model.ts';
import { Ridges } from './ridges.tsx';
import type { Key } from './strings.ts';
import { outcomeText } from './words.ts';

/** What one unit of a layer receives while networks learn, how far it drifts, and what that does to the loss. */
export function View({ model, t }: ViewProps<Model, Key>) {
  return (
    <div class="layer-drift">
      <Layers model={model} t={t} />
      <div class="runs">
        {model.runs.value.map((run) => (
          <Ridges key={run.treatment} model={model} t={t} run={run} />
        ))}
      </div>
      <div class="charts">
        <Losses model={model} t={t} />
        <Drift model={model} t={t} />
      </div>
      <p class="outcome">{outcomeText(model, t)}</p>
    </div>
  );
}

/** The layers from the first to the last, one of them shown. */
function Layers({ model, t }: ViewProps<Model, Key>) {
  return (
    <p class="layers" role="group" aria-label={t('param.layer')} {...usePart('layer')}>
      <span>{t('param.layer')}</span>
      {Array.from({ length: model.params.value.depth }, (_, index) => (
        <button
          key={index}
          type="button"
          aria-pressed={model.layer.value === index + 1}
          onClick={() => model.showLayer(index + 1)}
        >
          {index + 1}
        </button>
      ))}
    </p>
  );
}
