/** One screen of a lecture: what of the chapter is to be seen on it. */
export type Screen = {
  readonly kind: 'title' | 'figure' | 'predict' | 'summary';
  /** The same in both languages; empty for the title. */
  readonly id: string;
  /** What a screen reader calls it. */
  readonly title: string;
  /** Parts of the chapter, one after another. */
  readonly elements: readonly HTMLElement[];
};

/** The chapter as screens: its title, every figure and every prediction in their order, its summary. */
export function screensOf(main: HTMLElement): readonly Screen[] {
  const parts = main.querySelectorAll<HTMLElement>(
    ':scope > header, [data-text] > :is(figure, .predict)[id], [data-text] > #summary',
  );
  return Array.from(parts, (part): Screen => {
    if (part.localName === 'header') {
      return { kind: 'title', id: '', title: textOf(part.querySelector('h1')), elements: [part] };
    }
    const { id } = part;
    if (id === 'summary') {
      const elements = [part, ...followers(part, 'h2')];
      return { kind: 'summary', id, title: textOf(part), elements };
    }
    const isFigure = part.localName === 'figure';
    const title = isFigure
      ? textOf(part.querySelector(':scope > figcaption strong'))
      : questionOf(part);
    return { kind: isFigure ? 'figure' : 'predict', id, title, elements: [part] };
  });
}

/** What a prediction asks, without the word before it. */
function questionOf(prediction: HTMLElement): string {
  const legend = prediction.querySelector('legend')?.cloneNode(true) as Element | undefined;
  legend?.querySelector('b')?.remove();
  return textOf(legend ?? null);
}

/** What follows an element, up to the next one of a kind. */
export function followers(element: Element, until: string): readonly HTMLElement[] {
  const all: HTMLElement[] = [];
  for (let next = element.nextElementSibling; next; next = next.nextElementSibling) {
    if (next.matches(until)) break;
    if (next instanceof HTMLElement) all.push(next);
  }
  return all;
}

/** The words of an element, each formula once. */
export function textOf(element: Element | null): string {
  if (!element) return '';
  const copy = element.cloneNode(true) as Element;
  for (const twice of copy.querySelectorAll('.katex-html, annotation, [popover]')) twice.remove();
  return copy.textContent.replace(/\s+/g, ' ').trim();
}
