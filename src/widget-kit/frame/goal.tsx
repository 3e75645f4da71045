import { useComputed } from '@preact/signals';
import { useWidget } from '../context.ts';

/** A challenge's goal, and whether what has been computed meets it. */
export function Goal({ challenge }: { readonly challenge: string }) {
  const { widget, state, k, t } = useWidget();
  const met = useComputed(() => {
    const { params, result } = state.answered.value;
    return widget.challenges[challenge](params, result);
  });
  return (
    <p class="goal" data-met={met.value} role="status">
      <b>{k(met.value ? 'solved' : 'unsolved')}</b> {t(`challenge.${challenge}`)}
    </p>
  );
}
