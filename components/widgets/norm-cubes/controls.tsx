import { Control } from '#controls/control.tsx';
import { NumberField } from '#controls/number-field.tsx';
import { SelectField } from '#controls/select-field.tsx';
import type { ViewProps } from '#kit/define-widget.ts';
import type { Model } from './model.ts';
import { MAX_SIZE, norms, type NormName } from './sets.ts';
import type { Key } from './strings.ts';

const axes = ['N', 'C', 'H', 'W'] as const;

/** The sizes of the tensor, a second norm to compare with, and ε. */
export function Controls({ model, t }: ViewProps<Model, Key>) {
  const { x, beside } = model.state.params.value;
  return (
    <>
      <div class="control-row">
        {axes.map((letter, axis) => (
          <NumberField
            key={letter}
            label={t(`size${letter}`)}
            name="x"
            value={x.shape[axis]}
            min={1}
            max={MAX_SIZE}
            step={1}
            onChange={(size) => model.setSize(axis, size)}
          />
        ))}
      </div>
      <div class="control-row">
        <SelectField
          label={t('param.beside')}
          name="beside"
          value={beside}
          options={norms.map((norm) => ({ value: norm, label: t(`norm.${norm}`) }))}
          onChange={(norm) => model.setNorm('beside', norm as NormName)}
        />
        <Control name="epsilon" />
      </div>
    </>
  );
}
