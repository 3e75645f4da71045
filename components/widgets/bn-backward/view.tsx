import type { ViewProps } from '#kit/define-widget.ts';
import { Lines } from './lines.tsx';
import { Matrix } from './matrix.tsx';
import type { Model } from './model.ts';
import { Plot } from './plot.tsx';
import { Readout } from './readout.tsx';
import type { Key } from './strings.ts';
import { outcomeText } from './words.ts';

/** The gradient over the values with the straight line that takes from it; then the same as a matrix. */
export function View({ model, t }: ViewProps<Model, Key>) {
  const count = model.count.value;
  return (
    <div class="bn-backward" style={`--m:${count}`} data-many={count > 6}>
      <div class="way">
        <Plot model={model} t={t} />
        <Lines model={model} t={t} />
      </div>
      <p class="outcome">{outcomeText(model, t)}</p>
      <Matrix model={model} t={t} />
      <Readout model={model} t={t} />
    </div>
  );
}
