import { useId } from 'preact/hooks';
import { useShown } from '#kit/context.ts';
import { ControlMessage } from './control-message.tsx';

export type SelectFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  /** The param whose refusals stand beside this field. */
  readonly name?: string;
};

/** One of a few named options. */
export function SelectField({ label, value, options, onChange, name }: SelectFieldProps) {
  const id = useId();
  const visible = useShown(name);
  if (!visible) return null;
  return (
    <div class="control choice">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={`${id}-message`}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ControlMessage id={`${id}-message`} name={name} problem={undefined} />
    </div>
  );
}
