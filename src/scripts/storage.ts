/** Storage that may be refused, as in sandboxed frames; then nothing is kept and nothing breaks. */
export function readStored(storage: 'localStorage' | 'sessionStorage', key: string): string | null {
  try {
    return window[storage].getItem(key);
  } catch {
    return null;
  }
}

/** Stores a text; null removes what was stored. */
export function store(
  storage: 'localStorage' | 'sessionStorage',
  key: string,
  value: string | null,
): void {
  try {
    if (value === null) window[storage].removeItem(key);
    else window[storage].setItem(key, value);
  } catch {
    // Kept for as long as the page lives, which is all that is possible here.
  }
}
