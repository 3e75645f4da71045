import type { ViewProps } from '#kit/define-widget.ts';
import type { Model } from './model.ts';
import { CurvePlot } from './plots.tsx';
import type { Key } from './strings.ts';
import { BetaTable, BlockTable } from './tables.tsx';
import { outcomeText } from './words.ts';

/** The three curves of every network, and their numbers at one block. */
export function View({ model, t }: ViewProps<Model, Key>) {
  return (
    <div class="variance-curves">
      <div class="curves">
        <CurvePlot model={model} t={t} quantity="variance" />
        <div class="beside">
          <CurvePlot model={model} t={t} quantity="squaredMean" />
          <CurvePlot model={model} t={t} quantity="branch" />
        </div>
      </div>
      <p class="outcome">{outcomeText(model, t)}</p>
      <BlockTable model={model} t={t} />
      <BetaTable model={model} t={t} />
    </div>
  );
}
