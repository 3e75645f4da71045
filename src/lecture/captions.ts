import type { Screen } from './screens.ts';

/**
 * Sets the first sentence of every figure's caption apart from its rest: it is the headline of the
 * screen. Returns what makes one of both again.
 */
export function divideCaptions(screens: readonly Screen[]): () => void {
  const rests = screens.flatMap(({ elements }) => {
    const caption = elements[0].querySelector(':scope > figcaption');
    const sentence = caption?.querySelector('strong');
    if (!caption || !sentence?.parentNode) return [];
    const rest = document.createElement('span');
    rest.className = 'rest';
    while (sentence.nextSibling) rest.append(sentence.nextSibling);
    sentence.after(rest);
    return [rest];
  });
  return () => {
    for (const rest of rests) rest.replaceWith(...rest.childNodes);
  };
}
