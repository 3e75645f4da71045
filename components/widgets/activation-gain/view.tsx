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
import { releasedText } from './words.ts';

/** An activation between two laws, its γ exactly and by samples, and that of all others. */
export function View({ model, t }: ViewProps<Model, Key>) {
  return (
    <div class="activation-gain">
      <div class="exact">
        <CurvePlot model={model} t={t} />
        <Formulas model={model} t={t} />
      </div>
      <div class="drawn">
        <PanelTitle name={t('samples')} note={t('samplesNote')} />
        <Funnel model={model} t={t} />
        <Readout model={model} t={t} />
        <PanelTitle name={t('magnified')} note={t('magnifiedNote')} />
        <Magnifier model={model} t={t} />
        <p>{releasedText(model, t)}</p>
      </div>
      <GainTable model={model} t={t} />
    </div>
  );
}
