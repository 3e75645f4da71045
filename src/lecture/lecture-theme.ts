import { signal, type ReadonlySignal } from '@preact/signals-core';
import { readStored, store } from '#src/scripts/storage.ts';

const KEY = 'seikika:lecture-theme';

export type LectureTheme = {
  readonly value: ReadonlySignal<string>;
  /** What can be chosen, as the page names it. */
  readonly options: readonly { readonly value: string; readonly text: string }[];
  choose(value: string): void;
  /** Gives the page the theme back that it had. */
  restore(): void;
};

/** The theme of lectures: one for projectors, unless another was chosen for them or the address asks for it. */
export function lectureTheme(): LectureTheme {
  const { dataset } = document.documentElement;
  const before = dataset.theme;
  const select = document.querySelector<HTMLSelectElement>('[data-theme-choice]');
  const options = Array.from(select?.options ?? [], ({ value, text }) => ({ value, text }));
  const value = signal('');

  function show(theme: string | undefined): void {
    if (theme === undefined || theme === 'auto') delete dataset.theme;
    else dataset.theme = theme;
  }

  function apply(theme: string): void {
    value.value = theme;
    show(theme);
  }

  const wanted =
    new URLSearchParams(location.search).get('theme') ?? readStored('localStorage', KEY);
  apply(options.some((option) => option.value === wanted) ? String(wanted) : 'projector');
  return {
    value,
    options,
    choose(theme) {
      apply(theme);
      store('localStorage', KEY, theme);
    },
    restore: () => show(before),
  };
}
