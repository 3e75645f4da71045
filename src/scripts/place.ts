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

/** After the language has changed, scrolls to the same place between the same landmarks. */
export function restorePlace(): void {
  const stored = readStored('sessionStorage', KEY);
  if (stored === null) return;
  store('sessionStorage', KEY, null);
  const { id, part } = JSON.parse(stored) as Place;
  const all = landmarks();
  const index = all.findIndex((element) => element.id === id);
  if (index < 0) return;
  const { top, height } = span(all, index);
  scrollTo({ top: scrollY + top + part * height - TOP, behavior: 'instant' });
}
