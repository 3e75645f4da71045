import type { ViewProps } from '#kit/define-widget.ts';
import { hues } from './data.ts';
import { InputsPanel } from './inputs-panel.tsx';
import { Ledger } from './ledger.tsx';
import type { Model } from './model.ts';
import { MomentsPanel } from './moments-panel.tsx';
import { NetworkBar } from './network-bar.tsx';
import type { Key } from './strings.ts';
import { Tower } from './tower.tsx';
import { outcomeText } from './words.ts';

/** A residual network as a tower of blocks: what each adds, what comes of it, and one of them in numbers. */
export function View({ model, t }: ViewProps<Model, Key>) {
  return (
    <div class={`residual-variance hue-${hues[model.params.value.kind]}`}>
      <NetworkBar model={model} t={t} />
      <div class="panels">
        <Tower model={model} t={t} />
        <MomentsPanel model={model} t={t} />
        <InputsPanel model={model} t={t} />
      </div>
      <p class="outcome">{outcomeText(model, t)}</p>
      <Ledger model={model} t={t} />
    </div>
  );
}
