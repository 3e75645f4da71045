import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useWidget } from '../context.ts';

/** An edit is announced when the reader has paused this long, so that a stroke is one sentence. */
const PAUSE = 500;

/** The figure in words, kept current, and the outcome of every edit read out by screen readers. */
export function Spoken({ model }: { readonly model: unknown }) {
  const { widget, state, run, k, t } = useWidget();
  const announced = useSignal('');
  const { edited, answered, pending } = state;
  const hasRun = run?.progress.value !== undefined;

  useEffect(() => {
    if ((edited.value.length === 0 && !hasRun) || pending.value) return;
    const timer = setTimeout(() => {
      announced.value = widget.announce(model, t);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [answered.value, edited.value, pending.value]);

  return (
    <>
      <p class="visually-hidden">
        {k('figure')}: {widget.describe(model, t)}
      </p>
      <p class="visually-hidden" aria-live="polite" data-announcement>
        {announced.value}
      </p>
    </>
  );
}
