import { widgetOf } from '#kit/page-widgets.ts';
import { fit, fitAgain, unfit } from './fit.ts';
import type { Screen } from './screens.ts';
import { drawn } from '#engine/drawn.ts';

/** Longest wait for a 3-D scene to be drawn ahead, in milliseconds. */
const PATIENCE = 3000;

/** A figure whose height does not come to rest keeps the layout that it has by then. */
const MOST_REFITS = 5;

export type Stage = {
  /** Puts a screen on, and gets the nearest figure after it ready out of sight. */
  show(index: number): void;
  /** Lays the figure on the screen out anew. */
  refit(): void;
  /** The figure is being used: from now on it keeps its layout. */
  hold(): void;
  /** Gives the chapter back as it was. */
  close(): void;
};

/** Shows one screen at a time, and sees to it that nothing happens on the others. */
export function createStage(screens: readonly Screen[]): Stage {
  const closed = new AbortController();
  let shown: Screen | undefined;
  let ahead: HTMLElement | undefined;

  let refits = 0;
  const settling = new ResizeObserver(([{ target }]) => {
    const figure = target.closest<HTMLElement>('figure');
    if (!figure || refits >= MOST_REFITS) return;
    void fitAgain(figure).then((changed) => {
      if (changed) refits++;
    });
  });
  const hold = (): void => settling.disconnect();

  for (const { elements, kind } of screens) {
    for (const element of elements) element.dataset.screen = kind;
    if (kind !== 'figure') continue;
    for (const use of ['pointerdown', 'keydown'] as const)
      elements[0].addEventListener(use, hold, { signal: closed.signal, passive: true });
  }

  function putAway({ elements, kind }: Screen): void {
    const [first] = elements;
    for (const element of elements) delete element.dataset.on;
    first.removeAttribute('tabindex');
    // Runs and scenes wait by themselves where they are not to be seen.
    if (kind === 'figure' && first.querySelector('[data-ready]'))
      void widgetOf(first.id).then(({ playing }) => {
        playing.value = false;
      });
  }

  function stopAhead(): void {
    if (ahead) delete ahead.dataset.ahead;
    ahead = undefined;
  }

  /** Wakes a figure, lays it out and has it drawn while another screen is on. */
  async function prepare(figure: HTMLElement): Promise<void> {
    ahead = figure;
    figure.dataset.ahead = '';
    await fit(figure);
    await widgetOf(figure.id);
    const late = performance.now() + PATIENCE;
    const isDrawn = (): boolean => !figure.querySelector('.scene:not([data-solid])');
    while (ahead === figure && !isDrawn() && performance.now() < late) await drawn();
    await drawn();
    if (ahead === figure) await fitAgain(figure);
    if (ahead === figure) stopAhead();
  }

  return {
    show(index) {
      const screen = screens[index];
      if (shown === screen) return;
      if (shown) putAway(shown);
      stopAhead();
      hold();
      refits = 0;
      shown = screen;
      const [first] = screen.elements;
      for (const element of screen.elements) element.dataset.on = '';
      first.tabIndex = -1;
      first.focus({ preventScroll: true });
      first.scrollTop = 0;
      const next = screens.slice(index + 1).find(({ kind }) => kind === 'figure');
      const wake = (): void => {
        if (shown === screen && next && !next.elements[0].querySelector('[data-ready]'))
          void prepare(next.elements[0]);
      };
      if (screen.kind !== 'figure') return wake();
      const widget = first.querySelector('[data-widget]');
      void fit(first).then(async () => {
        if (shown === screen && widget) settling.observe(widget);
        await widgetOf(first.id);
        wake();
      });
    },
    refit() {
      if (shown?.kind === 'figure') void fit(shown.elements[0]);
    },
    hold,
    close() {
      closed.abort();
      stopAhead();
      hold();
      if (shown) putAway(shown);
      for (const { elements } of screens) {
        unfit(elements[0]);
        for (const element of elements) delete element.dataset.screen;
      }
    },
  };
}
