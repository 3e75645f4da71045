import { effect } from '@preact/signals-core';
import type { AnyWidget } from './define-widget.ts';
import { encodeLink } from './link.ts';
import type { AnyState } from './widget-state.ts';

const QUIET = 150;

const keyOf = (figure: string): string => `seikika:figure:${figure}`;

/**
 * The embeds of one page share its storage, and the same figure may be there twice: their states are
 * for the page around them to keep.
 */
const isFramed = (): boolean => window.parent !== window;

/** What the reader made of a figure earlier in this visit, as a link's query; undefined if nothing. */
export function storedState(figure: string): string | undefined {
  if (isFramed()) return undefined;
  try {
    return sessionStorage.getItem(keyOf(figure)) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps a figure's state for this visit, under the same key in both languages: reloading, going back
 * and switching the language lose nothing. Returns what stops it.
 */
export function keepState(
  figure: string,
  { params: schema, version }: AnyWidget,
  state: AnyState,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const untouched = state.params.peek();

  function store(): void {
    clearTimeout(timer);
    const params = state.params.peek();
    if (params === untouched || isFramed()) return;
    try {
      sessionStorage.setItem(keyOf(figure), encodeLink(schema, version, params));
    } catch {
      // No storage here: the state lasts as long as the page.
    }
  }

  const stop = effect(() => {
    const changed = state.params.value !== untouched;
    clearTimeout(timer);
    if (changed) timer = setTimeout(store, QUIET);
  });
  addEventListener('pagehide', store);
  return () => {
    stop();
    clearTimeout(timer);
    removeEventListener('pagehide', store);
  };
}
