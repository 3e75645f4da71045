import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import packageJson from '../../package.json' with { type: 'json' };
import { recordWeight } from '../../scripts/page-weight.ts';
import { moduleGraph } from '../../src/build/module-graph.ts';
import { expect, openFigure, pagePaths, test } from './support.ts';

// Bytes as gzip makes them; fonts, which are compressed already, as they are.
const { budgets } = packageJson;

const chapters = pagePaths().filter((path) => /^\/(en|ja)\/(?!widgets\/)[a-z-]+\/$/.test(path));
const graph = moduleGraph('dist', '/');

const gzipped = (path: string): number =>
  gzipSync(readFileSync(`dist${path}`), { level: 9 }).length;

function within(budget: keyof typeof budgets, bytes: number): void {
  console.info(`${budget}: ${bytes} of ${budgets[budget]} bytes`);
  expect(bytes, budget).toBeLessThanOrEqual(budgets[budget]);
}

/** The modules that a page asks for by itself. What is fetched when it rests is not among them. */
function scriptsOf(path: string): Promise<Set<string>> {
  const html = readFileSync(`dist${path}index.html`, 'utf8');
  const entries = html.matchAll(/(?:<script[^>]* src|rel="modulepreload" href)="([^"]+)"/g);
  return graph(new Set(Array.from(entries, (match) => match[1])));
}

for (const path of chapters) {
  test(`${path} stays within its budgets`, async ({ page }) => {
    const scripts = [...(await scriptsOf(path))];
    expect(scripts.length).toBeGreaterThan(5);
    within(
      'chapter page, its own JavaScript',
      scripts.reduce((sum, script) => sum + gzipped(script), 0),
    );
    const weigh = recordWeight(page);
    await openFigure(page, path);
    await page.waitForLoadState('networkidle');
    const { html, script, style, font, worker } = await weigh();
    expect(Math.min(html, script, style, font)).toBeGreaterThan(5000);
    within('chapter page, everything but images', html + script + style + font);
    within('engine worker', worker);
  });
}

test('embed.js stays within its budget', () => {
  within('embed.js', gzipped('/embed.js'));
});
