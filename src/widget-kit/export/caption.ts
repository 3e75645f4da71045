import type { CaptionWords } from './caption-words.ts';
import { drawElement } from './draw-element.ts';
import { frameAt } from './frame.ts';

/** What is drawn under a figure: lines of SVG with the upper left corner at 0, 0, and their height. */
export type DrawnCaption = { readonly drawing: readonly string[]; readonly height: number };

/** Longer lines are hard to read. */
const MEASURE = '58em';

/**
 * Sets captions in the page's own typography, as wide as the figure: the browser breaks their lines as it
 * does those of the page, in any language.
 */
export function drawCaption(
  stage: HTMLElement,
  captions: readonly CaptionWords[],
): DrawnCaption | undefined {
  if (captions.length === 0) return undefined;
  const block = document.createElement('div');
  block.append(...captions.map(captionElement));
  // Out of sight, but laid out as what stands in the figure.
  block.style.cssText = `position:absolute;left:0;top:0;width:${stage.offsetWidth}px;display:grid;gap:10px`;
  stage.after(block);
  try {
    const drawing = drawElement(block, frameAt(block, 0, 'c', 1));
    return { drawing, height: block.offsetHeight };
  } finally {
    block.remove();
  }
}

function captionElement({ locale, title, blurb }: CaptionWords): HTMLElement {
  const caption = document.createElement('p');
  caption.lang = locale;
  caption.style.cssText = `margin:0;max-width:${MEASURE};color:var(--ink-2);font:var(--small)/1.55 var(--sans);text-wrap:pretty;word-break:auto-phrase`;
  const name = document.createElement('b');
  name.style.cssText = 'display:block;color:var(--ink);font-size:1.15em;font-weight:600';
  name.textContent = title;
  caption.append(name, blurb);
  return caption;
}
