import { loadDefaultJapaneseParser } from 'budoux';
import type { Element, ElementContent, Root } from 'hast';

const parser = loadDefaultJapaneseParser();

/** Phrases between which a Japanese heading may break. */
export function phrasesOf(text: string): readonly string[] {
  return /[\u3040-\u30ff\u3400-\u9fff]/.test(text) ? parser.parse(text) : [text];
}

/** Lets Japanese headings break between phrases only. */
export function rehypeHeadingBreaks() {
  return (tree: Root): void => {
    for (const node of tree.children) {
      if (node.type === 'element' && /^h[1-6]$/.test(node.tagName)) breakBetweenPhrases(node);
    }
  };
}

function breakBetweenPhrases(heading: Element): void {
  heading.children = heading.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'text') return [child];
    return phrasesOf(child.value).flatMap((value, index): ElementContent[] => {
      const text: ElementContent = { type: 'text', value };
      const wbr: ElementContent = { type: 'element', tagName: 'wbr', properties: {}, children: [] };
      return index === 0 ? [text] : [wbr, text];
    });
  });
}
