import type { AnyWidget } from './define-widget.ts';

// Parts of the frame that few readers open. They come after everything else, but they do come: a
// reader who has gone offline finds them there.

export const loadQr = () => import('uqr');
export const loadPicture = () => import('./export/picture.ts');

/** Loads the late parts of a widget when the page has nothing else to do. */
export function loadLateParts(widget: AnyWidget): void {
  const load = (): void => {
    void Promise.allSettled([loadQr(), loadPicture(), widget.code()]);
  };
  if ('requestIdleCallback' in window) requestIdleCallback(load);
  else setTimeout(load, 1000);
}
