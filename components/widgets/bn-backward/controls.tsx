import { Control } from '#controls/control.tsx';
import { NumberField } from '#controls/number-field.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import type { Model } from './model.ts';
import { params as schema } from './params.ts';
import type { Key } from './strings.ts';

/** How many values there are, and what scales them. */
export function Controls({ model, t }: ViewProps<Model, Key>) {
  const [min, max] = schema.values.axes[1];
  return (
    <div class="control-row">
      <span {...usePart('count')}>
        <NumberField
          label={t('count')}
          value={model.state.params.value.values.shape[1]}
          min={min}
          max={max}
          step={1}
          onChange={model.setCount}
        />
      </span>
      <span {...usePart('gamma')}>
        <Control name="gamma" />
      </span>
      <span {...usePart('epsilon')}>
        <Control name="epsilon" />
      </span>
    </div>
  );
}
