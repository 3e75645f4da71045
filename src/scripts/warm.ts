import { pageEngine } from '#engine/page-engine.ts';
import { loadCamera, loadPaste, loadReader } from '#controls/late.ts';
import { loadSolidSurface, loadSolidView } from '#scenes/late-view.ts';
import { loadLateParts } from '#kit/late-part.tsx';
import { loadPanels, loadPicture } from '#kit/late.ts';

const codes = import.meta.glob('../../components/widgets/*/code.ts');

/**
 * Once the page itself is done: starts the engine and loads all that its figures may still need, so
 * that everything works for a reader who has gone offline by then.
 */
export function warmUp(): void {
  const figures = document.querySelectorAll<HTMLElement>('[data-widget]');
  const widgets = new Set(Array.from(figures, (figure) => figure.dataset.widget ?? ''));
  const islands = document.querySelectorAll('astro-island[component-url]');
  const modules = new Set(
    Array.from(islands, (island) => island.getAttribute('component-url') ?? ''),
  );
  const warm = (): void => {
    const parts = Array.from(widgets).flatMap((widget) => [
      pageEngine().warm(widget),
      codes[`../../components/widgets/${widget}/code.ts`](),
    ]);
    const figureCode = [...modules].map((url) => import(/* @vite-ignore */ url));
    void Promise.allSettled(figureCode).then(loadLateParts);
    const shows = (kind: string): boolean => document.querySelector(`.scene.${kind}`) !== null;
    void Promise.allSettled([
      ...parts,
      ...figureCode,
      loadPanels(),
      loadPicture(),
      loadReader(),
      loadCamera(),
      loadPaste(),
      shows('blocks') && loadSolidView(),
      shows('surface') && loadSolidSurface(),
    ]);
  };
  if ('requestIdleCallback' in window) requestIdleCallback(warm, { timeout: 2000 });
  else setTimeout(warm, 500);
}
