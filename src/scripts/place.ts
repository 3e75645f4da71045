import { readStored, store } from './storage.ts';

const KEY = 'seikika:place';

/** Blocks of the text that exist in both languages under the same id or at the same position. */
function blocks(): HTMLElement[] {
  const main = document.querySelector('main');
  return main ? Array.from(main.querySelectorAll<HTMLElement>('[id], [data-text] > *')) : [];
}

/** Before the language changes, remembers which block lies at the top and by how much it is scrolled. */
export function watchLanguageSwitch(): void {
  document.querySelector('[data-language-switch]')?.addEventListener('click', () => {
    const all = blocks();
    const index = all.findIndex((block) => block.getBoundingClientRect().bottom > 80);
    if (index < 0 || scrollY < 10) return;
    const { top, height } = all[index].getBoundingClientRect();
    store('sessionStorage', KEY, JSON.stringify({ index, part: (80 - top) / (height || 1) }));
  });
}

/** After the language has changed, scrolls to the same block, as far into it as before. */
export function restorePlace(): void {
  const stored = readStored('sessionStorage', KEY);
  if (stored === null) return;
  store('sessionStorage', KEY, null);
  const { index, part } = JSON.parse(stored) as { index: number; part: number };
  const block = blocks().at(index);
  if (!block) return;
  const { top, height } = block.getBoundingClientRect();
  scrollTo({ top: scrollY + top + part * height - 80, behavior: 'instant' });
}
