import { Control } from '#controls/control.tsx';
import { DataFiles } from '#controls/data-files.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { LEARNED, SIDE, UNSEEN } from '#lab/glyph-network.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

/** What the networks are, how they go downhill, which plane is looked at, and how it is drawn. */
export function Controls({ model, t }: ViewProps<Model, Key>) {
  return (
    <>
      <div class="control-row">
        <b>{t('networks')}</b>
        <Control name="compare" />
        <Control name="depth" />
        <Control name="width" />
        <Control name="seed" />
      </div>
      <div class="control-row">
        <b>{t('pictures')}</b>
        <Control name="data" />
        <DataFiles
          name="data"
          side={SIDE}
          count={LEARNED + UNSEEN}
          onRead={() => model.state.edit({ data: 'own' })}
        />
      </div>
      <div class="control-row">
        <b>{t('descent')}</b>
        <Control name="rate" />
        <Control name="momentum" />
        <Control name="steps" />
      </div>
      <div class="control-row">
        <b>{t('cutting')}</b>
        <Control name="plane" />
        <Control name="range" />
        <Control name="points" />
        <Control name="rescale" />
      </div>
      <div class="control-row">
        <b>{t('drawing')}</b>
        <Control name="heightAxis" />
        <Control name="ceiling" />
      </div>
    </>
  );
}
