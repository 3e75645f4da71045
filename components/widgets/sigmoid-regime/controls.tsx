import { Control } from '#controls/control.tsx';
import { NumberField } from '#controls/number-field.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import { usePart } from '#kit/part.ts';
import type { Model } from './model.ts';
import { params as schema } from './params.ts';
import type { Key } from './strings.ts';

/** The law of the input, and γ and β. */
export function Controls({ model, t }: ViewProps<Model, Key>) {
  return (
    <div class="control-row">
      <span {...usePart('mean')}>
        <Control name="mean" />
      </span>
      <span {...usePart('spread')}>
        <Control name="spread" />
      </span>
      {(['gamma', 'beta'] as const).map((name) => (
        <span key={name} {...usePart(name)}>
          <NumberField
            label={t(`param.${name}`)}
            name={name}
            value={model.state.params.value[name]}
            min={schema[name].min}
            max={schema[name].max}
            step={0.1}
            onChange={(value) => model.setAffine({ [name]: value })}
          />
        </span>
      ))}
      <Control name="seed" />
    </div>
  );
}
