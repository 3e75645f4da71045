import { pageEngine } from '#engine/page-engine.ts';

/** Starts the engine and loads what the page's figures compute with, once the page itself is done. */
export function warmEngine(): void {
  const figures = document.querySelectorAll<HTMLElement>('[data-widget]');
  const widgets = new Set(Array.from(figures, (figure) => figure.dataset.widget ?? ''));
  if (widgets.size === 0) return;
  const warm = (): void => {
    for (const widget of widgets)
      void pageEngine()
        .warm(widget)
        .catch(() => undefined);
  };
  if ('requestIdleCallback' in window) requestIdleCallback(warm, { timeout: 2000 });
  else setTimeout(warm, 500);
}
