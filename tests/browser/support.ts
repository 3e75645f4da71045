import { readFileSync } from 'node:fs';
import axe, { type AxeResults, type ElementContext, type RunOptions } from 'axe-core';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import packageJson from '../../package.json' with { type: 'json' };

export { expect };

const { budgets } = packageJson;

/** Holds bytes, as gzip makes them, against a budget of package.json. */
export function within(budget: keyof typeof budgets, bytes: number): void {
  console.info(`${budget}: ${bytes} of ${budgets[budget]} bytes`);
  expect(bytes, budget).toBeLessThanOrEqual(budgets[budget]);
}

export const locales = ['en', 'ja'] as const;
export const themes = ['light', 'dark', 'projector'] as const;

export type Locale = (typeof locales)[number];

/** The themes that a page is held to axe in: colours are the same in every language. */
export const themesFor = (locale: Locale): readonly (typeof themes)[number][] =>
  locale === locales[0] ? themes : [themes[0]];

/** A widget of every kind: the smallest, pictures, 3-D, plots, tables. What frames are told is the same for all. */
export const widgetsOfEveryKind = [
  '_template',
  'conv-filter',
  'norm-cubes',
  'running-statistics',
  'norm-chooser',
] as const;

/** Every test fails on a message in the console, an uncaught error or a request that fails. */
export const test = base.extend<{ silence: { allow(pattern: RegExp): void } }>({
  silence: [
    async ({ page }, use) => {
      const allowed: RegExp[] = [];
      const noise: string[] = [];
      page.on('console', (message) => noise.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => noise.push(`error: ${error.message}`));
      page.on('requestfailed', (request) => {
        // Leaving a page breaks off what it was still loading.
        if (request.failure()?.errorText === 'net::ERR_ABORTED') return;
        noise.push(`failed: ${request.url()}`);
      });
      await use({ allow: (pattern) => allowed.push(pattern) });
      expect(noise.filter((text) => !allowed.some((pattern) => pattern.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
});

/** Goes to a page with a figure and waits until the figure has been computed by this backend. */
export async function openFigure(page: Page, path: string, backend = 'webgl'): Promise<void> {
  await page.goto(path);
  await waitForFigure(page, backend);
}

/** Waits until a figure has been computed here; an experiment is not, until somebody says so. */
export async function waitForFigure(page: Page, backend = 'webgl'): Promise<void> {
  const computed = `.badge[data-backend="${backend}"][aria-busy="false"]`;
  const ready = page.locator(`[data-ready] :is(${computed}, .run-bar[data-status="at-rest"])`);
  await expect(ready.first()).toBeAttached({ timeout: 60_000 });
}

/** Reads and writes an embedded widget over its protocol, as a page around it would. */
export type Embedded = {
  request(method: string, params?: object): Promise<Record<string, unknown>>;
  events(): Promise<Record<string, unknown>[]>;
};

/** Puts a widget's embed page into a frame of a page on another origin. */
export async function embed(page: Page, address: string): Promise<Embedded> {
  const frame = new URL(address, test.info().project.use.baseURL).href;
  await page.setContent(`<iframe id="frame" width="1000" height="800"></iframe>`);
  await page.evaluate((src) => {
    const shared = window as unknown as {
      events: unknown[];
      request(method: string, params: unknown): Promise<unknown>;
    };
    const element = document.getElementById('frame') as HTMLIFrameElement;
    let requests = 0;
    shared.events = [];
    addEventListener('message', ({ data }: MessageEvent<Record<string, unknown>>) => {
      if (data.event) shared.events.push(data);
    });
    shared.request = (method, params) => {
      const id = ++requests;
      return new Promise((resolve, reject) => {
        addEventListener('message', function take({ data }: MessageEvent<Record<string, unknown>>) {
          if (data.id !== id) return;
          removeEventListener('message', take);
          if ('error' in data) reject(new Error(String(data.error)));
          else resolve(data.result);
        });
        element.contentWindow?.postMessage({ seikika: 1, id, method, params }, '*');
      });
    };
    element.src = src;
  }, frame);
  type Shared = { events: Record<string, unknown>[]; request: Embedded['request'] };
  const events = (): Promise<Record<string, unknown>[]> =>
    page.evaluate(() => (window as unknown as Shared).events);
  await expect.poll(async () => (await events()).some(({ event }) => event === 'ready')).toBe(true);
  return {
    events,
    request: (method, params = {}) =>
      page.evaluate(([name, values]) => (window as unknown as Shared).request(name, values), [
        method,
        params,
      ] as const),
  };
}

/** The arrays of a `getResult`, as plain numbers. */
export type PlainArrays = Record<string, { shape: number[]; data: number[] }>;

export async function resultOf(widget: Embedded): Promise<PlainArrays> {
  const { arrays } = await widget.request('getResult');
  return Object.fromEntries(
    Object.entries(arrays as PlainArrays).map(([name, { shape, data }]) => [
      name,
      { shape, data: Array.from(Object.values(data)) },
    ]),
  );
}

/** Queries of a widget's examples, as its page lists them. */
export async function exampleQueries(page: Page, widget: string): Promise<Record<string, string>> {
  const answer = await page.request.get(`/en/widgets/${widget}/`);
  const links = (await answer.text()).matchAll(/data-example="([^"]+)" href="[^"?]*\?([^"]*)"/g);
  return Object.fromEntries(
    Array.from(links, ([, name, query]) => [name, query.replaceAll('&amp;', '&')]),
  );
}

/** Largest difference relative to the largest expected magnitude; null stands for what is not finite. */
export function relativeDifference(
  got: readonly number[],
  expected: readonly (number | null)[],
): number {
  const scale = Math.max(...expected.map((value) => Math.abs(value ?? 0))) || 1;
  const differences = expected.map((value, index) =>
    value === null ? (Number.isFinite(got[index]) ? Infinity : 0) : Math.abs(value - got[index]),
  );
  return Math.max(...differences) / scale;
}

/** Address of every built page, from the sitemap and the pages that it leaves out. */
export function pagePaths(): readonly string[] {
  const sitemap = readFileSync('dist/sitemap-0.xml', 'utf8');
  return Array.from(
    sitemap.matchAll(/<loc>([^<]+)<\/loc>/g),
    (match) => new URL(match[1]).pathname,
  );
}

/** What a theme can break. The structure of a page, which takes by far the most time to check, is the same in all. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/** Address of every open chapter, in both languages. */
export const chapterPaths = (): readonly string[] =>
  pagePaths().filter((path) => /^\/(en|ja)\/(?!widgets\/)[a-z-]+\/$/.test(path));

/**
 * Holds a page, in every theme, against axe's rules.
 * @param among the themes in which it is looked at; its structure only in the first
 * @param except what is left out, since it is held against them elsewhere
 */
export async function expectAccessible(
  page: Page,
  among: readonly (typeof themes)[number][],
  except: readonly string[] = [],
): Promise<void> {
  await page.evaluate(axe.source);
  for (const [index, theme] of among.entries()) {
    await page.locator('html').evaluate((html, name) => (html.dataset.theme = name), theme);
    const options: RunOptions = {
      resultTypes: ['violations'],
      ...(index > 0 && { runOnly: { type: 'rule', values: rulesOfColour } }),
    };
    const violations = await page.evaluate(
      async ([exclude, given]) => {
        type Run = (context: ElementContext, options: RunOptions) => Promise<AxeResults>;
        const { axe: inPage } = window as unknown as { axe: { run: Run } };
        const results = await inPage.run({ include: ['html'], exclude }, given);
        return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
      },
      [[...except], options] as [string[], RunOptions],
    );
    expect(violations, theme).toEqual([]);
  }
}

/** A cell of a grid. */
export const cellIn = (grid: Locator, row: number, column: number): Locator =>
  grid.getByRole('row').nth(row).getByRole('gridcell').nth(column);
