import type { ViewProps } from '#kit/define-widget.ts';
import type { Model } from './model.ts';
import { stages } from './params.ts';
import { Readout } from './readout.tsx';
import { SigmoidPlot } from './sigmoid-plot.tsx';
import type { Key } from './strings.ts';

/** A sample under the curve of a sigmoid, before and after normalization. */
export function View({ model, t }: ViewProps<Model, Key>) {
  return (
    <>
      <p class="stage-bar" role="group" aria-label={t('param.step')} data-no-export>
        {stages.map((stage, index) => (
          <button
            key={stage}
            type="button"
            aria-pressed={model.step.value === index}
            onClick={() => model.goTo(index)}
          >
            {t(`stage.${stage}`)}
          </button>
        ))}
      </p>
      <div class="sigmoid-regime">
        <SigmoidPlot model={model} t={t} />
        <Readout model={model} t={t} />
      </div>
    </>
  );
}
