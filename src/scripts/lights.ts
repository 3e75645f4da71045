import { effect } from '@preact/signals-core';
import { widgetOf } from '#kit/page-widgets.ts';

/** Ties symbols in the text and its formulas to parts of figures: each lights the other. */
export function watchLights(): void {
  const symbols = Array.from(document.querySelectorAll<HTMLElement>('[data-light]'));
  for (const symbol of symbols) {
    const [figure, part] = (symbol.dataset.light ?? '').split(':');
    const set = (lit: string | undefined): void => {
      void widgetOf(figure).then((widget) => {
        widget.lit.value = lit;
      });
    };
    symbol.addEventListener('pointerenter', () => set(part));
    symbol.addEventListener('pointerleave', () => set(undefined));
    symbol.addEventListener('focus', () => set(part));
    symbol.addEventListener('blur', () => set(undefined));
    void widgetOf(figure).then(({ lit }) => {
      effect(() => {
        symbol.toggleAttribute('data-lit', lit.value === part);
      });
    });
  }
}
