import { followers, type Screen } from './screens.ts';

/** Where the words on a screen end, since something else has the word from there on. */
const ENDS = 'figure, .predict, .references, nav';
const HEADINGS = 'h2, h3';

/**
 * What whoever gives the lecture may say at a screen, as copies of the chapter's own words: the rest
 * of a figure's caption, the answer to a prediction, and the paragraphs that follow in the chapter,
 * up to the next screen or heading; where a heading follows at once, those below it.
 */
export function notesOf({ kind, elements }: Screen, main: HTMLElement): readonly HTMLElement[] {
  const first = elements[0];
  if (kind === 'title') {
    const opening = main.querySelector<HTMLElement>('[data-text] > *');
    if (!opening) return [];
    return opening.matches(ENDS) ? [] : copies([opening, ...paragraphsAfter(opening)]);
  }
  const own = first.querySelectorAll<HTMLElement>(
    ':scope > figcaption > *, :scope > .outcome > :not(.verdict)',
  );
  const notes = copies([...own, ...paragraphsAfter(elements[elements.length - 1])]);
  // The first sentence of a caption is the headline already.
  if (kind === 'figure') notes.at(0)?.querySelector('strong')?.remove();
  return notes;
}

function paragraphsAfter(element: Element): readonly HTMLElement[] {
  const all = followers(element, ENDS).filter((part) => !part.matches('.challenge, style, script'));
  const begun = all.findIndex((part) => !part.matches(HEADINGS));
  const ended = all.findIndex((part, index) => index > begun && part.matches(HEADINGS));
  if (begun < 0) return [];
  return ended < 0 ? all : all.slice(0, ended);
}

function copies(elements: readonly HTMLElement[]): readonly HTMLElement[] {
  return elements.map(copyOf);
}

/** A copy that has no names of its own: they are the chapter's. */
export function copyOf(element: HTMLElement): HTMLElement {
  const copy = element.cloneNode(true) as HTMLElement;
  for (const part of copy.querySelectorAll('[popover], script, style')) part.remove();
  for (const part of [copy, ...copy.querySelectorAll('[id]')]) part.removeAttribute('id');
  return copy;
}
