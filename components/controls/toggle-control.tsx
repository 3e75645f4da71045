import { useId } from 'preact/hooks';
import { useWidget } from '#kit/context.ts';
import { ControlMessage } from './control-message.tsx';

/** A param that is on or off. */
export function ToggleControl({ name }: { readonly name: string }) {
  const { state, t } = useWidget();
  const id = useId();
  return (
    <div class="control toggle">
      <input
        id={id}
        type="checkbox"
        checked={state.params.value[name] as boolean}
        aria-describedby={`${id}-message`}
        onChange={(event) => state.edit({ [name]: event.currentTarget.checked })}
      />
      <label for={id}>{t(`param.${name}`)}</label>
      <ControlMessage id={`${id}-message`} name={name} problem={undefined} />
    </div>
  );
}
