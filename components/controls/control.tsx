import { useId } from 'preact/hooks';
import { useShown, useWidget } from '#kit/context.ts';
import { ControlMessage } from './control-message.tsx';
import { NumberField } from './number-field.tsx';
import { SelectField } from './select-field.tsx';

/**
 * The control of one param, as its schema asks for: a stepper, a list whose options have words
 * `name.option`, or a check box. Tensors are edited in the figure itself.
 */
export function Control({ name }: { readonly name: string }) {
  const { widget, state, t } = useWidget();
  const param = widget.params[name];
  const value = state.params.value[name];
  const label = t(`param.${name}`);
  // As a link would be read: 0.3 is the same number whether it is a default or comes by a step back.
  const onChange = (next: number | string | boolean): void =>
    state.edit({ [name]: param.read(next) });
  switch (param.kind) {
    case 'integer':
    case 'number': {
      const step = param.kind === 'integer' ? 1 : param.step;
      const { min, max } = param;
      return <NumberField {...{ name, label, min, max, step, onChange }} value={value as number} />;
    }
    case 'choice': {
      const options = param.options.map((option) => ({
        value: option,
        label: t(`${name}.${option}`),
      }));
      return <SelectField {...{ name, label, options, onChange }} value={value as string} />;
    }
    case 'toggle':
      return <CheckField {...{ name, label, onChange }} checked={value as boolean} />;
    case 'tensor':
      throw new Error(`“${name}” is a tensor: give it a MatrixEditor`);
  }
}

type CheckFieldProps = {
  readonly name: string;
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
};

function CheckField({ name, label, checked, onChange }: CheckFieldProps) {
  const id = useId();
  const visible = useShown(name);
  if (!visible) return null;
  return (
    <div class="control toggle">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        aria-describedby={`${id}-message`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      <ControlMessage id={`${id}-message`} name={name} problem={undefined} />
    </div>
  );
}
