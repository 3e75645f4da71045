import { isTaken } from '#src/scripts/taken-keys.ts';

/** What the keys of a lecture do, by the names of browsers for them. */
const moves: Readonly<Record<string, Move>> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'back',
  PageUp: 'back',
  Home: 'first',
  End: 'last',
};

export type Move = 'next' | 'back' | 'first' | 'last';

/** The move that a key asks for, if nothing on the page has a use of its own for it. */
export function moveOf(event: KeyboardEvent): Move | undefined {
  if (!isFree(event)) return undefined;
  if (event.key === ' ' && event.shiftKey) return 'back';
  return !event.shiftKey && Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
}

/** Whether a key is for the lecture. */
export function isFree(event: KeyboardEvent): boolean {
  const { ctrlKey, altKey, metaKey, defaultPrevented } = event;
  return !(ctrlKey || altKey || metaKey || defaultPrevented || isTaken(event));
}
