import { readStored, store } from './storage.ts';

const KEY = 'seikika:place';

/** Height of the line that counts as the top of the text: below the page's header. */
const TOP = 80;

type Place = { readonly id: string; readonly part: number };

/** Headings and figures: the text's landmarks, which have the same ids in both languages. */
function landmarks(): HTMLElement[] {
  return Array.from(document.querySelectorAll<HTMLElement>('[data-text] > [id]'));
}

/** How far down a landmark and what follows it reach. */
function span(all: readonly HTMLElement[], index: number): { top: number; height: number } {
  const { top } = all[index].getBoundingClientRect();
  const end = all.at(index + 1)?.getBoundingClientRect().top;
  return { top, height: (end ?? document.body.getBoundingClientRect().bottom) - top };
}

/** Before the language changes, remembers between which landmarks the reader is, and where between them. */
export function watchLanguageSwitch(): void {
  document.querySelector('[data-language-switch]')?.addEventListener('click', () => {
    const all = landmarks();
    const index = all.findLastIndex((element) => element.getBoundingClientRect().top <= TOP);
    if (index < 0) return;
    const { top, height } = span(all, index);
    const place: Place = { id: all[index].id, part: (TOP - top) / (height || 1) };
    store('sessionStorage', KEY, JSON.stringify(place));
  });
}

/** What a reader does to move on by hand. */
const MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/** For how long after loading the page may still settle, in milliseconds. */
const SETTLING = 3000;

/**
 * After the language has changed, scrolls to the same place between the same landmarks, and stays
 * there while fonts and figures come in and the page changes its height, until the reader moves on.
 */
export function restorePlace(): void {
  const stored = readStored('sessionStorage', KEY);
  if (stored === null) return;
  store('sessionStorage', KEY, null);
  const { id, part } = JSON.parse(stored) as Place;
  const all = landmarks();
  const index = all.findIndex((element) => element.id === id);
  if (index < 0) return;
  const go = (): void => {
    const { top, height } = span(all, index);
    scrollTo({ top: scrollY + top + part * height - TOP, behavior: 'instant' });
  };
  const settling = new ResizeObserver(go);
  const done = new AbortController();
  const stop = (): void => {
    settling.disconnect();
    done.abort();
  };
  settling.observe(document.body);
  for (const move of MOVES) addEventListener(move, stop, { signal: done.signal, passive: true });
  if (document.readyState === 'complete') setTimeout(stop, SETTLING);
  else addEventListener('load', () => setTimeout(stop, SETTLING), { signal: done.signal });
  go();
}
