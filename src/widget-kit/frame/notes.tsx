import type { ReadonlySignal } from '@preact/signals-core';
import { useWidget } from '../context.ts';
import type { LinkNote } from '../link.ts';

const sentences = { bad: 'noteBad', unknown: 'noteUnknown', version: 'noteVersion' } as const;

/** How many notes are spelled out; a hostile link can cause any number. */
const MOST = 5;

/** What could not be taken from the link. */
export function Notes({
  notes,
  onDismiss,
}: {
  readonly notes: ReadonlySignal<readonly LinkNote[]>;
  readonly onDismiss: () => void;
}) {
  const { k } = useWidget();
  if (notes.value.length === 0) return null;
  return (
    <div class="notes" role="status">
      {notes.value.slice(0, MOST).map(({ key, problem }) => (
        <p key={key}>{k(sentences[problem], { key: key.slice(0, 40) })}</p>
      ))}
      <button type="button" onClick={onDismiss}>
        {k('dismiss')}
      </button>
    </div>
  );
}

/** A failure that no control can show: the engine itself, or an argument that has no control. */
export function Failure() {
  const { state, widget, locale, k } = useWidget();
  const failure = state.failure.value;
  if (!failure) return null;
  if (failure.kind === 'broken') {
    return (
      <p class="failure" role="alert">
        {k('broken', { message: failure.message })} {k('lastGood')}
      </p>
    );
  }
  const { argument } = failure.error;
  if (Object.hasOwn(widget.params, argument) || state.edited.value.length > 0) return null;
  return (
    <p class="failure" role="alert">
      {argument}
      {failure.error.sentence[locale]} {k('lastGood')}
    </p>
  );
}
