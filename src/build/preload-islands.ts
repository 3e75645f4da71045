import { readFile, writeFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { moduleGraph } from './module-graph.ts';

/**
 * Lets every page load the code of its first figure with itself. The others' code comes when the page
 * rests (src/scripts/warm.ts): figures wake when they are seen, and by then the reader may be offline.
 */
export function preloadIslands(): AstroIntegration {
  let base = '/';
  return {
    name: 'preload-islands',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': async ({ dir, pages }) => {
        const folder = fileURLToPath(dir);
        const imports = moduleGraph(folder, base);
        for (const { pathname } of pages) {
          const file = posix.join(
            folder,
            pathname,
            pathname === '404/' ? '../404.html' : 'index.html',
          );
          const html = await readFile(file, 'utf8');
          const first = /<astro-island[^>]*>/.exec(html)?.[0] ?? '';
          const entries = Array.from(
            first.matchAll(/(?:component|renderer)-url="([^"]+)"/g),
            (match) => match[1],
          );
          if (entries.length === 0) continue;
          const modules = await imports(new Set(entries));
          const links = [...modules].map((url) => `<link rel="modulepreload" href="${url}">`);
          await writeFile(file, html.replace('</head>', `${links.join('')}</head>`));
        }
      },
    },
  };
}
