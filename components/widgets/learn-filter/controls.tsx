import { Control } from '#controls/control.tsx';
import { PresetField } from '#controls/preset-field.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import { matrix } from '#nd/nd-array.ts';
import type { Model } from './model.ts';
import { hiddenKernels } from './presets.ts';
import type { Key } from './strings.ts';
import { valuesOf } from './words.ts';

/** The task, and how the run is made. */
export function Controls({ model, t }: ViewProps<Model, Key>) {
  return (
    <>
      <div class="control-row">
        <b>{t('target')}</b>
        <PresetField
          label={t('hiddenFrom')}
          name="hidden"
          value={model.state.params.value.hidden}
          presets={hiddenKernels}
          make={matrix}
          wordOf={(name) => t(`hidden.${name}` as Key)}
          onChoose={model.replaceHidden}
        />
        <Control name="input" />
        <Control name="noise" />
      </div>
      <div class="control-row">
        <b>{t('run')}</b>
        <span {...usePart('rate')}>
          <Control name="rate" />
        </span>
        <span class="aside">{t('limit', valuesOf(model))}</span>
        <Control name="steps" />
        <Control name="seed" />
      </div>
    </>
  );
}
