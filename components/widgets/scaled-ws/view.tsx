import type { ViewProps } from '#kit/define-widget.ts';
import { Lines } from './lines.tsx';
import type { Model } from './model.ts';
import { OutputChart, WeightChart } from './charts.tsx';
import { OutcomeTable } from './outcome-table.tsx';
import { Sets } from './sets.tsx';
import type { Key } from './strings.ts';
import { countText, outcomeText } from './words.ts';

type Props = ViewProps<Model, Key>;

/** A weight tensor before and after, filter by filter, and what comes of random inputs either way. */
export function View({ model, t }: Props) {
  return (
    <div class="scaled-ws">
      <p class="count">{countText(t, model)}</p>
      <Sets model={model} t={t} />
      <div class="charts">
        <WeightChart model={model} t={t} />
        <OutputChart model={model} t={t} />
      </div>
      <p class="outcome">{outcomeText(t, model)}</p>
      <div class="details">
        <Lines model={model} t={t} />
        <OutcomeTable model={model} t={t} />
      </div>
    </div>
  );
}
