import { useId } from 'preact/hooks';
import { useWidget } from '#kit/context.ts';
import type { ChoiceParam } from '#kit/params.ts';
import { ControlMessage } from './control-message.tsx';

export type ChoiceControlProps = {
  readonly name: string;
  readonly param: ChoiceParam<string>;
};

/** One of a few named options; each has a word `name.option` in the widget's strings. */
export function ChoiceControl({ name, param }: ChoiceControlProps) {
  const { state, t } = useWidget();
  const id = useId();
  return (
    <div class="control choice">
      <label for={id}>{t(`param.${name}`)}</label>
      <select
        id={id}
        value={state.params.value[name] as string}
        aria-describedby={`${id}-message`}
        onChange={(event) => state.edit({ [name]: event.currentTarget.value })}
      >
        {param.options.map((option) => (
          <option key={option} value={option}>
            {t(`${name}.${option}`)}
          </option>
        ))}
      </select>
      <ControlMessage id={`${id}-message`} name={name} problem={undefined} />
    </div>
  );
}
