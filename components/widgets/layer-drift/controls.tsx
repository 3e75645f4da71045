import { Control } from '#controls/control.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';

/** What the networks are, and how they learn. */
export function Controls({ t }: ViewProps<Model, Key>) {
  return (
    <>
      <div class="control-row">
        <b>{t('task')}</b>
        <Control name="compare" />
        <Control name="depth" />
        <Control name="width" />
        <Control name="unit" />
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
