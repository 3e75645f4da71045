import { readdirSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { expect, locales, pagePaths, test } from './support.ts';

/** Where the site says that it lives, in which pages and pictures are named. */
const site =
  /<loc>(https?:\/\/[^/]+)\//.exec(readFileSync('dist/sitemap-0.xml', 'utf8'))?.[1] ?? '';

const widgets = readdirSync('dist/en/embed');

type Told = Readonly<Record<string, unknown>> & { readonly html: string };

const told = (locale: string, widget: string): Told =>
  JSON.parse(readFileSync(`dist/oembed/${locale}/${widget}.json`, 'utf8')) as Told;

const documentOf = (html: string) => parseHTML(html).document;

test('oEmbed tells of every widget in every language what its specification requires', () => {
  expect(widgets.length).toBeGreaterThan(10);
  for (const locale of locales) {
    for (const widget of widgets) {
      const { html, ...rest } = told(locale, widget);
      expect(rest).toEqual({
        version: '1.0',
        type: 'rich',
        title: expect.stringMatching(/./),
        provider_name: locale === 'ja' ? '正規化' : 'Seikika',
        provider_url: `${site}/`,
        width: 960,
        height: 600,
        // All three or none.
        thumbnail_url: `${site}/og/home-${locale}.png`,
        thumbnail_width: 1200,
        thumbnail_height: 630,
      });
      const frame = documentOf(`<!doctype html><html><body>${html}</body></html>`).body.children;
      expect(frame).toHaveLength(1);
      expect(frame[0].getAttribute('title')).toBe(rest.title);
      expect(frame[0].getAttribute('width')).toBe('960');
      expect(frame[0].getAttribute('height')).toBe('600');
      expect(frame[0].getAttribute('src')?.replaceAll('&amp;', '&')).toMatch(
        new RegExp(`^${site}/${locale}/embed/${widget}/\\?v=\\d+&fit=1$`),
      );
    }
  }
  const { thumbnail_url: picture } = told('en', widgets[0]);
  expect(readFileSync(`dist${new URL(String(picture)).pathname}`).toString('latin1', 1, 4)).toBe(
    'PNG',
  );
});

test('every page of a widget names what oEmbed tells of it, and no other page does', () => {
  const named = (path: string): string[] => {
    const [head] = readFileSync(`dist${path}index.html`, 'utf8').split('</head>');
    const links = head.matchAll(
      /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/g,
    );
    return Array.from(links, ([, href]) => href);
  };
  for (const locale of locales) {
    for (const widget of widgets) {
      for (const kind of ['widgets', 'embed']) {
        const path = `/${locale}/${kind}/${widget}/`;
        expect(named(path), path).toEqual([`${site}/oembed/${locale}/${widget}.json`]);
      }
    }
  }
  const others = pagePaths().filter((path) => !/\/widgets\/./.test(path));
  expect(others.flatMap(named)).toEqual([]);
});

test('what oEmbed gives is a living figure', async ({ page, baseURL }) => {
  const answer = await page.request.get('/oembed/ja/conv-filter.json');
  expect(answer.headers()['content-type']).toContain('application/json');
  const { html } = (await answer.json()) as Told;
  await page.setContent(html.replaceAll(site, baseURL ?? ''));
  const inside = page.locator('iframe').contentFrame();
  await expect(inside.locator('html')).toHaveAttribute('lang', 'ja');
  await expect(inside.locator('.badge[aria-busy="false"]')).toBeVisible({ timeout: 60_000 });
});
