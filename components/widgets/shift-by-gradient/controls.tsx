import { Control } from '#controls/control.tsx';
import { DataFiles } from '#controls/data-files.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { LEARNED, SIDE, UNSEEN } from '#lab/glyph-network.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

/** What the networks are, and how they learn. */
export function Controls({ model, t }: ViewProps<Model, Key>) {
  return (
    <>
      <div class="control-row">
        <b>{t('task')}</b>
        <Control name="compare" />
        <Control name="depth" />
        <Control name="width" />
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
        <b>{t('run')}</b>
        <Control name="rate" />
        <Control name="steps" />
        <Control name="seed" />
      </div>
    </>
  );
}
