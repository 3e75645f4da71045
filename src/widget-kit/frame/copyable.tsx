import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useWidget } from '../context.ts';

export type CopyableProps = {
  readonly text: string;
  readonly label: string;
  readonly rows: number;
};

/** Text to take away: shown in full, copied by a button, selectable where copying is blocked. */
export function Copyable({ text, label, rows }: CopyableProps) {
  const { k } = useWidget();
  const field = useRef<HTMLTextAreaElement>(null);
  const outcome = useSignal<'copied' | 'copyFailed' | undefined>(undefined);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      outcome.value = 'copied';
    } catch {
      field.current?.select();
      outcome.value = 'copyFailed';
    }
  }

  return (
    <div class="copyable">
      <textarea
        ref={field}
        readOnly
        rows={rows}
        value={text}
        aria-label={label}
        spellcheck={false}
      />
      <button type="button" onClick={() => void copy()}>
        {k('copy')}
      </button>
      <span role="status">{outcome.value && k(outcome.value)}</span>
    </div>
  );
}
