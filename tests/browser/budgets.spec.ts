import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { moduleGraph } from '../../src/build/module-graph.ts';
import { chapterPaths, expect, test, within } from './support.ts';

const graph = moduleGraph('dist', '/');

const gzipped = (path: string): number =>
  gzipSync(readFileSync(`dist${path}`), { level: 9 }).length;

/** The modules that a page asks for by itself. What is fetched when it rests is not among them. */
function scriptsOf(path: string): Promise<Set<string>> {
  const html = readFileSync(`dist${path}index.html`, 'utf8');
  const entries = html.matchAll(/(?:<script[^>]* src|rel="modulepreload" href)="([^"]+)"/g);
  return graph(new Set(Array.from(entries, (match) => match[1])));
}

for (const path of chapterPaths()) {
  test(`${path} asks for no more JavaScript than its budget`, async () => {
    const scripts = [...(await scriptsOf(path))];
    expect(scripts.length).toBeGreaterThan(5);
    within(
      'chapter page, its own JavaScript',
      scripts.reduce((sum, script) => sum + gzipped(script), 0),
    );
  });
}

test('embed.js stays within its budget', () => {
  within('embed.js', gzipped('/embed.js'));
});
