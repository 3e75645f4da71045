import { existsSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { recordWeight, type Weight } from '../../scripts/page-weight.ts';
import {
  chapterPaths,
  expect,
  expectAccessible,
  locales,
  COMPUTED,
  openFigure,
  pagePaths,
  firstVisit as test,
  themes,
  waitForFigure,
  within,
} from './support.ts';

const paths = pagePaths();
const extra = ['/', '/404.html', '/en/widgets/_template/', '/ja/widgets/_template/'];
const chapters = chapterPaths();

test('the sitemap has every page for readers, with its languages', () => {
  for (const locale of locales) {
    for (const path of ['', 'widgets/', 'filtering/', 'widgets/conv-filter/']) {
      expect(paths).toContain(`/${locale}/${path}`);
    }
  }
  expect(paths.filter((path) => /embed|_template|404/.test(path))).toEqual([]);
});

const ORIGIN = 'http://here';

const builtPath = (path: string): string => `dist${path}${path.endsWith('/') ? 'index.html' : ''}`;
const isBuilt = (path: string): boolean => existsSync(builtPath(path));
const builtFile = (path: string): Buffer => readFileSync(builtPath(path));

// Pages of figures differ by their figures, which are held to more in widgets.spec.ts.
const distinct = [...paths, '/404.html'].filter(
  (path) => !/\/widgets\/./.test(path) || path === '/en/widgets/conv-filter/',
);

/** Chapters are made of the same parts, in the same colours in every language: one of them is enough. */
const inEveryColour = (path: string): boolean =>
  !path.startsWith('/ja/') && (!chapters.includes(path) || path === chapters[0]);

/** Fonts, which are compressed already, weigh what they are. */
function expectLight({ html, script, style, font, worker }: Weight): void {
  expect(Math.min(html, script, style, font)).toBeGreaterThan(5000);
  within('chapter page, everything but images', html + script + style + font);
  within('engine worker', worker);
}

test('links lead somewhere, languages and pictures are named', () => {
  for (const path of [...paths, ...extra]) {
    const html = builtFile(path).toString();
    const ids = Array.from(html.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
    expect(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      path,
    ).toEqual([]);
    for (const [, href] of html.matchAll(/<a [^>]*?\bhref="([^"]+)"/g)) {
      const { origin, pathname, hash } = new URL(href.replaceAll('&amp;', '&'), ORIGIN + path);
      if (origin !== ORIGIN) continue;
      expect(isBuilt(pathname), `${href} on ${path}`).toBe(true);
      if (!hash) continue;
      const id = `id="${decodeURIComponent(hash.slice(1))}"`;
      expect(builtFile(pathname).includes(id), `${href} on ${path}`).toBe(true);
    }
    // The one page has no other language, the other sends its reader to a page that has.
    if (path === '/404.html' || path === '/') continue;
    expect(html.match(/<link rel="alternate" hreflang=/g), path).toHaveLength(3);
    const [, picture] = /<meta property="og:image" content="([^"]+)"/.exec(html) ?? [];
    expect(builtFile(new URL(picture).pathname).toString('latin1', 1, 4), path).toBe('PNG');
  }
});

/** Every figure of a page computes, is shared and gives its code without the network. */
async function expectOffline(page: Page): Promise<void> {
  await page.context().setOffline(true);
  const figures = page.locator('[data-figure]');
  for (const figure of await figures.all()) {
    // A figure that comes to life may still move while it is scrolled to.
    await figure.evaluate((element) => element.scrollIntoView());
    await expect(figure).toHaveAttribute('data-ready', '');
    await expect(figure.locator(COMPUTED).first()).toBeVisible({ timeout: 30_000 });
  }
  await page.evaluate(() => scrollTo(0, 0));
  const first = figures.first();
  await first.getByRole('button', { name: /^(Share|共有)$/ }).click();
  await expect(first.locator('img.qr')).toBeVisible();
  await page.keyboard.press('Escape');
  await first.getByRole('button', { name: /^(Code|コード)$/ }).click();
  await expect(first.locator('textarea').first()).toHaveValue(/import torch/);
  await page.keyboard.press('Escape');
}

async function expectPrints(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  for (const stage of await page.locator('[data-stage]').all()) await expect(stage).toBeVisible();
  for (const hidden of ['.actions', '.controls', '.playback', 'header.site']) {
    expect(await page.locator(hidden).filter({ visible: true }).count(), hidden).toBe(0);
  }
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(20_000);
}

for (const path of distinct) {
  test(`${path}: within its budgets, nothing scrolls sideways, axe finds nothing, works offline and prints`, async ({
    page,
    silence,
  }) => {
    test.setTimeout(240_000);
    // Where WebGL is slow the badge would like to know how fast WebAssembly is, which is not preloaded.
    silence.allow(/_astro\/(wasm|tfjs-backend-wasm)/);
    // The playground's frame is of this site, as the figures in it are.
    silence.allow(/allow-scripts and allow-same-origin/);
    const weigh = recordWeight(page);
    await page.goto(path);
    if (chapters.includes(path)) await waitForFigure(page, 'webgl');
    await page.waitForLoadState('networkidle');
    if (chapters.includes(path)) {
      // Where no figure computes at once, the engine comes after the page has been at rest.
      await expect
        .poll(async () => (await weigh()).worker, { timeout: 20_000 })
        .toBeGreaterThan(1e5);
      await page.waitForTimeout(500);
      expectLight(await weigh());
    }
    for (const width of [360, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(scroll, `at ${width} px`).toBeLessThanOrEqual(width);
    }
    // The figures themselves are checked one by one in widgets.spec.ts; formulas are read as MathML.
    const among = inEveryColour(path) ? themes : [];
    await expectAccessible(page, among, ['[data-stage]', '.katex-html']);
    // Neither depends on the language.
    if (!chapters.includes(path) || !path.startsWith('/en/')) return;
    await page.setViewportSize({ width: 1280, height: 900 });
    await expectOffline(page);
    await expectPrints(page);
  });
}

test('/ sends a reader to their language', async ({ browser }) => {
  for (const locale of locales) {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    await page.goto('/');
    await expect(page).toHaveURL(`/${locale}/`);
    await context.close();
  }
});

test('switching the language keeps the place and the state of every figure', async ({ page }) => {
  await openFigure(page, '/en/filtering/');
  const stride = page.locator('#window').getByLabel('stride', { exact: true });
  await stride.fill('2');
  await stride.press('Enter');
  const target = page.locator('#kernels');
  await target.evaluate((heading) => {
    scrollTo({ top: heading.getBoundingClientRect().top + scrollY - 90, behavior: 'instant' });
  });
  const place = (): Promise<number> =>
    target.evaluate((heading) => heading.getBoundingClientRect().top);
  // The stride's answer and figures that come near may still move the page.
  let before = NaN;
  const rested = async (): Promise<boolean> => {
    const last = before;
    before = await place();
    return before === last;
  };
  await expect.poll(rested, { intervals: [500] }).toBe(true);
  // Not click(), which scrolls the page although the header is in view.
  const button = await page.locator('[data-language-switch]').boundingBox();
  if (!button) throw new Error('The language switch is not to be seen');
  await page.mouse.click(button.x + 5, button.y + 5);
  await expect(page).toHaveURL(/\/ja\/filtering\//);
  await expect.poll(async () => Math.abs((await place()) - before)).toBeLessThan(40);
  await page.evaluate(() => scrollTo(0, 0));
  await waitForFigure(page);
  await expect(page.locator('#window').getByLabel('ストライド', { exact: true })).toHaveValue('2');
});

test('a theme is kept, and a link can ask for one', async ({ page }) => {
  await page.goto('/en/');
  await page.locator('[data-theme-choice]').selectOption('projector');
  await page.goto('/ja/filtering/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
  await page.goto('/ja/filtering/?theme=dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('reading progress shows on the map', async ({ page }) => {
  await page.goto('/en/filtering/');
  await page.locator('footer').scrollIntoViewIfNeeded();
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('seikika:read')))
    .toMatch(/"filtering":(1|0\.9)/);
  await page.goto('/ja/');
  await expect(page.locator('[data-progress="filtering"]')).toHaveText('読了');
});

test('predictions answer without scripts, terms and citations with them', async ({
  page,
  browser,
}) => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto('/en/filtering/');
  const prediction = still.locator('#predict-flat');
  await expect(prediction.locator('.outcome')).toBeHidden();
  await prediction.getByLabel('their common value').check();
  await expect(prediction.getByText('Not quite.')).toBeVisible();
  await prediction.getByLabel('zero', { exact: true }).check();
  await expect(prediction.getByText('That is it.')).toBeVisible();
  await plain.close();

  await page.goto('/en/filtering/');
  await page.locator('.term', { hasText: 'convolution' }).first().click();
  await expect(page.locator('#term-convolution')).toContainText('たたみこみ');
  await page.keyboard.press('Escape');
  await page.locator('.cite').first().click();
  await expect(page.locator('.references li:target')).toBeInViewport();
});

test('a symbol in the text lights its part of the figure, and the reverse', async ({ page }) => {
  await openFigure(page, '/en/filtering/');
  const symbol = page.locator('a.symbol[data-light="window:kernel"]').first();
  const letter = symbol.locator('.katex-html');
  const part = page.locator('#window [data-part="kernel"]').first();
  await letter.hover();
  await expect(part).toHaveAttribute('data-lit', '');
  await page.locator('h1').hover();
  await expect(part).not.toHaveAttribute('data-lit', '');
  await part.hover();
  await expect(symbol).toHaveAttribute('data-lit', '');
  await expect(page.locator('.katex [data-light="window:kernel"]').first()).toHaveAttribute(
    'data-lit',
    '',
  );
});

test('a word in the text sets a figure up, and undo takes it back', async ({ page }) => {
  await openFigure(page, '/en/filtering/');
  await page.getByRole('link', { name: 'stride 2 with padding 1' }).click();
  const stride = page.locator('#window').getByLabel('stride', { exact: true });
  await expect(stride).toHaveValue('2');
  await page.locator('#window').getByRole('button', { name: 'Undo' }).click();
  await expect(stride).toHaveValue('1');
});
