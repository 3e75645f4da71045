import { useId } from 'preact/hooks';
import { Control } from '#controls/control.tsx';
import { ControlMessage } from '#controls/control-message.tsx';
import { NumberField } from '#controls/number-field.tsx';
import { useShown } from '#kit/context.ts';
import type { ViewProps } from '#kit/define-widget.ts';
import type { Model } from './model.ts';
import type { Key } from './strings.ts';
import { MAX_SIZE } from './walk.ts';

const axes = ['N', 'C', 'H', 'W'] as const;

/** The sizes of the mini-batch, and ε. */
export function Controls({ model, t }: ViewProps<Model, Key>) {
  const id = useId();
  const visible = useShown('x');
  return (
    <div class="control-row">
      {visible &&
        axes.map((letter, axis) => (
          <NumberField
            key={letter}
            label={t(`size${letter}`)}
            value={model.state.params.value.x.shape[axis]}
            min={1}
            max={MAX_SIZE}
            step={1}
            onChange={(size) => model.setSize(axis, size)}
          />
        ))}
      <Control name="epsilon" />
      {visible && <ControlMessage id={`${id}-message`} name="x" problem={undefined} />}
    </div>
  );
}
