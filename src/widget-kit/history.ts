/** States that undo and redo walk through. Editing after an undo forgets what was undone. */
export type History<T> = {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** Edits of one gesture, such as the cells of one brush stroke, are undone together. */
  readonly gesture?: string;
};

const LONGEST = 200;

export function startHistory<T>(present: T): History<T> {
  return { past: [], present, future: [] };
}

export function record<T>(history: History<T>, present: T, gesture?: string): History<T> {
  if (gesture !== undefined && gesture === history.gesture) return { ...history, present };
  const past = [...history.past, history.present].slice(-LONGEST);
  return { past, present, future: [], gesture };
}

export function undo<T>(history: History<T>): History<T> {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present,
    future: [history.present, ...history.future],
  };
}

export function redo<T>(history: History<T>): History<T> {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future };
}
