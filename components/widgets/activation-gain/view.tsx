import { PanelTitle } from '#charts/panel-title.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { CurvePlot } from './curve-plot.tsx';
import { Formulas } from './formulas.tsx';
import { Funnel } from './funnel.tsx';
import { GainTable } from './gain-table.tsx';
import { Magnifier } from './magnifier.tsx';
import type { Model } from './model.ts';
import { Readout } from './readout.tsx';
import type { Key } from './strings.ts';
import { releasedText, scaledText } from './words.ts';

/** An activation between two laws, its γ exactly and by samples, and that of all others. */
export function View({ model, t }: ViewProps<Model, Key>) {
  return (
    <div class="activation-gain">
      <div class="column">
        <div>
          <CurvePlot model={model} t={t} />
          <p>{scaledText(model, t)}</p>
        </div>
        <GainTable model={model} t={t} />
      </div>
      <div class="column">
        <Formulas model={model} t={t} />
        <div>
          <PanelTitle name={t('samples')} note={t('samplesNote')} />
          <Funnel model={model} t={t} />
          <Readout model={model} t={t} />
        </div>
        <div>
          <PanelTitle name={t('magnified')} note={t('magnifiedNote')} />
          <Magnifier model={model} t={t} />
          <p>{releasedText(model, t)}</p>
        </div>
      </div>
    </div>
  );
}
