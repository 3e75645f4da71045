import type { ViewProps } from '#kit/define-widget.ts';
import { BatchPanel } from './batch-panel.tsx';
import { Cloud } from './cloud.tsx';
import type { Model } from './model.ts';
import { Comparisons, Formulas, Table } from './numbers.tsx';
import { SpreadPlot } from './spread-plot.tsx';
import type { Key } from './strings.ts';
import { outcomeText } from './words.ts';

/** Batches of one size as a cloud, the spread of every size, one batch, and the numbers. */
export function View({ model, t }: ViewProps<Model, Key>) {
  return (
    <div class="batch-noise">
      <Cloud model={model} t={t} />
      <SpreadPlot model={model} t={t} />
      <BatchPanel model={model} t={t} />
      <div class="said">
        <p class="outcome">{outcomeText(model, t)}</p>
        <Comparisons model={model} t={t} />
      </div>
      <Formulas model={model} t={t} />
      {model.params.value.table && <Table model={model} t={t} />}
    </div>
  );
}
