import type { SeikikaWidget } from './element.ts';

/** A figure may hold two graphics contexts, and browsers take them away when there are sixteen. */
export const MOST_OPEN = 4;

/** Addresses at which reveal.js and Slidev lay slides out for paper. */
const PRINTED = /[?&](print-pdf|view=print|print=(true|clicks))|\/(print|export)\/?([?#]|$)/i;
const LAID_OUT = 1000;
/** Paper shows what there is: slow machines may take their time, for each figure. */
const LONGEST_PICTURE = 60_000;

/** All in the page, and those that are open: first the one that was last seen the longest ago. */
export const all = new Set<SeikikaWidget>();
export const opened = new Set<SeikikaWidget>();

/** The open one that is missed the least. */
export const leastMissed = (): SeikikaWidget =>
  [...opened].sort((a, b) => a.weight() - b.weight())[0];

let arranging: ReturnType<typeof setTimeout> | undefined;

/** Whether the page has become paper: then a figure stays a picture until somebody presses it. */
let onPaper = false;

export function arrangeSoon(): void {
  arranging ??= setTimeout(arrange, 30);
}

/** Tells every figure whether it is seen, and opens those that are near as far as there is room. */
export function arrange(): void {
  clearTimeout(arranging);
  arranging = undefined;
  all.forEach((element) => element.look());
  const wanting = [...all].filter(({ near, frame, isPressed }) => {
    return near && !frame && (isPressed || !onPaper);
  });
  for (const element of wanting.sort((a, b) => b.weight() - a.weight())) {
    if (opened.size < MOST_OPEN) element.open();
    else if (leastMissed().weight() < element.weight()) void leastMissed().rest();
  }
}

const near = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      (target as SeikikaWidget).near = isIntersecting;
    }
    arrange();
  },
  { rootMargin: '300px' },
);

// Decks show and hide their slides by classes and styles, of which no other observer tells.
const slides = new MutationObserver(arrangeSoon);

/** Keeps an eye on an element from now on; returns what ends it. */
export function watch(element: SeikikaWidget): () => void {
  all.add(element);
  if (PRINTED.test(location.href)) picturesSoon();
  near.observe(element);
  let node: Node | null = element;
  while (node) {
    slides.observe(node, { attributeFilter: ['class', 'style', 'hidden'] });
    node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
  }
  return () => {
    all.delete(element);
    near.unobserve(element);
  };
}

let beforePictures: ReturnType<typeof setTimeout> | undefined;

/** When no more figures come: slides may be made after the page has been loaded. */
function picturesSoon(): void {
  clearTimeout(beforePictures);
  beforePictures = setTimeout(() => void makePictures(), LAID_OUT);
}

/** Gives every figure of the page a picture of its state, one after the other, and makes the page paper. */
export async function makePictures(): Promise<void> {
  onPaper = true;
  const { scrollX, scrollY } = window;
  for (const element of all) {
    element.scrollIntoView({ block: 'center' });
    // An answer comes when the figure has been computed.
    const answer = element.request('present').catch(() => undefined);
    await Promise.race([answer, new Promise((late) => setTimeout(late, LONGEST_PICTURE))]);
    await element.rest(LONGEST_PICTURE);
  }
  scrollTo(scrollX, scrollY);
  if (all.size === 0) return;
  const isWhole = [...all].every(({ isPictured }) => isPictured);
  document.documentElement.dataset.seikika = isWhole ? 'pictured' : 'incomplete';
}

/** Follows what slides do. */
export function followDeck(): void {
  addEventListener('resize', arrangeSoon);
  addEventListener('transitionend', arrangeSoon, true);
}
