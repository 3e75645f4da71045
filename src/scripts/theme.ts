import { readStored, store } from './storage.ts';

const KEY = 'seikika:theme';

/** Lets the reader choose a theme; the head's inline script applies it on later pages. */
export function watchTheme(): void {
  const choice = document.querySelector<HTMLSelectElement>('[data-theme-choice]');
  if (!choice) return;
  choice.value =
    document.documentElement.dataset.theme ?? readStored('localStorage', KEY) ?? 'auto';
  choice.addEventListener('change', () => {
    if (choice.value === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = choice.value;
    store('localStorage', KEY, choice.value === 'auto' ? null : choice.value);
  });
}
