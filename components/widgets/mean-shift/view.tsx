import type { ViewProps } from '#kit/define-widget.ts';
import { Alike } from './alike.tsx';
import { Lens } from './lens.tsx';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { Strips } from './strips.tsx';
import { LayerTable } from './table.tsx';
import { outcomeText } from './words.ts';

/** The channels of two networks, where the mean of one comes from, and what the means do to the inputs. */
export function View({ model, t }: ViewProps<Model, Key>) {
  return (
    <div class="mean-shift">
      <Strips model={model} t={t} />
      <p class="outcome">{outcomeText(model, t)}</p>
      <Lens model={model} t={t} />
      <Alike model={model} t={t} />
      <LayerTable model={model} t={t} />
    </div>
  );
}
