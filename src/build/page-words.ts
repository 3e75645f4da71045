import type { Plugin } from 'vite';

/**
 * Leaves all words out of the scripts: a page carries those of its own language, as data, and a
 * module of words reads them from there. See components/prose/Widget.astro.
 */
export function pageWords(): Plugin {
  return {
    name: 'page-words',
    enforce: 'pre',
    load(id) {
      if (this.environment.name !== 'client') return undefined;
      const widget = /\/components\/widgets\/([^/]+)\/strings\.ts$/.exec(id)?.[1];
      if (widget) return moduleOf('strings', widget);
      return id.endsWith('/src/i18n/kit-strings.ts') ? moduleOf('kitStrings', 'kit') : undefined;
    },
  };
}

function moduleOf(name: string, words: string): string {
  return `import { wordsOfPage } from '#i18n/page-words.ts';
export const ${name} = wordsOfPage(${JSON.stringify(words)});`;
}
