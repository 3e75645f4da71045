/**
 * The words that a page carries under a name, keyed by its language.
 * @throws Error if the page does not carry them
 */
export function wordsOfPage(name: string): Record<string, Record<string, string>> {
  const element = document.getElementById(`words-${name}`);
  if (!element?.textContent) throw new Error(`This page does not carry the words of “${name}”`);
  const words = JSON.parse(element.textContent) as Record<string, string>;
  return { [document.documentElement.lang]: words };
}
