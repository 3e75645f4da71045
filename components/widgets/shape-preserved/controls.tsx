import { Control } from '#controls/control.tsx';
import { NumberField } from '#controls/number-field.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import type { Model } from './model.ts';
import { params } from './params.ts';
import type { Key } from './strings.ts';

/** What is drawn, how often, and what is done to it after it is normalized. */
export function Controls({ model, t }: ViewProps<Model, Key>) {
  const { min, max } = params.size;
  return (
    <>
      <div class="control-row">
        <Control name="distribution" />
        <NumberField
          name="size"
          label={t('param.size')}
          value={model.state.params.value.size}
          min={min}
          max={max}
          step={100}
          onChange={(size) => model.state.edit({ size: Math.round(size) })}
        />
        <Control name="seed" />
      </div>
      <div class="control-row">
        <span {...usePart('gamma')}>
          <Control name="gamma" />
        </span>
        <span {...usePart('beta')}>
          <Control name="beta" />
        </span>
      </div>
    </>
  );
}
