import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { copyOf } from './notes.ts';
import type { Screen } from './screens.ts';

/** How wide a screen is before it is made small, in CSS pixels. */
const WIDTH = 1000;

export type PictureProps = {
  readonly screen: Screen;
  /** How its figure looks on the screen, if that is known; otherwise it is as the chapter has it. */
  readonly html: string | undefined;
  /** Whether the answer to a prediction is to be seen. */
  readonly revealed: boolean;
};

/** A small picture of a screen, in which nothing can be pressed. */
export function Picture({ screen, html, revealed }: PictureProps) {
  const place = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const copies = useMemo(() => screen.elements.map(pictureOf), [screen]);

  useLayoutEffect(() => {
    place.current?.replaceChildren(...copies);
    copies[0].toggleAttribute('data-revealed', revealed);
    const figure = copies[0].querySelector('[data-widget]');
    // Markup that a window of this very site has read from its own page.
    if (figure && html !== undefined) figure.innerHTML = html;
  }, [copies, html, revealed]);

  useLayoutEffect(() => {
    const { current: inner } = place;
    const { current: outer } = frame;
    if (!inner || !outer) return;
    const follow = (): void => {
      const { clientWidth, clientHeight } = outer;
      const scale = Math.min(clientWidth / WIDTH, clientHeight / Math.max(inner.offsetHeight, 1));
      inner.style.transform = `scale(${scale})`;
    };
    const watcher = new ResizeObserver(follow);
    watcher.observe(inner);
    watcher.observe(outer);
    return () => watcher.disconnect();
  }, []);

  return (
    <div ref={frame} class="presenter-picture" inert aria-hidden="true">
      <div ref={place} style={`width:${WIDTH}px`} />
    </div>
  );
}

/** A copy of a part of the chapter, in which a figure stands without what would wake it. */
function pictureOf(element: HTMLElement): HTMLElement {
  const copy = copyOf(element);
  for (const radio of copy.querySelectorAll('[name]')) radio.removeAttribute('name');
  for (const island of copy.querySelectorAll('astro-island')) {
    const figure = island.querySelector('[data-widget]');
    if (figure) island.replaceWith(figure);
  }
  copy.classList.remove('wide');
  copy.dataset.picture = '';
  return copy;
}
