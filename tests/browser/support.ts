import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe, { type AxeResults, type ElementContext, type RunOptions } from 'axe-core';
import {
  test as base,
  expect,
  type BrowserContext,
  type Frame,
  type Locator,
  type Page,
} from '@playwright/test';
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

/** A widget of every kind: the smallest, pictures, 3-D, plots, tables. What frames are told is the same for all. */
export const widgetsOfEveryKind = [
  '_template',
  'conv-filter',
  'norm-cubes',
  'running-statistics',
  'norm-chooser',
] as const;

/** What Chromium says of reading a canvas back, as it must where pages are put together without a GPU. */
const STALL = /GPU stall due to ReadPixels/;

/**
 * Every test fails on a message in the console, an uncaught error or a request that fails. This one has
 * a browser profile to itself, as a reader has who comes for the first time.
 */
export const firstVisit = base.extend<{ silence: { allow(pattern: RegExp): void } }>({
  silence: [
    async ({ page }, use) => {
      const allowed = [STALL];
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

/** Takes a third of the time: tests share a profile, in which scripts and shaders have been compiled before. */
export const webglTest = firstVisit.extend<object, { profile: BrowserContext }>({
  profile: [
    async ({ playwright }, use, { project }) => {
      const folder = mkdtempSync(join(tmpdir(), 'seikika-profile-'));
      const { launchOptions, viewport, baseURL } = project.use;
      const profile = await playwright.chromium.launchPersistentContext(folder, {
        ...launchOptions,
        viewport,
        baseURL,
        locale: 'en-US',
      });
      await use(profile);
      await profile.close();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  context: async ({ profile }, use) => {
    await use(profile);
    const [blank, ...others] = profile.pages();
    for (const page of others) await page.close();
    const session = await profile.newCDPSession(blank);
    const { origin } = new URL(test.info().project.use.baseURL ?? '');
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage' });
    await session.detach();
  },
  page: async ({ context }, use) => {
    await use(await context.newPage());
  },
});

/**
 * As readers who have switched to WebAssembly: where WebGL is software, it takes several times as long for
 * every edit. By WebGL every figure is computed in widgets.spec.ts, and every page in pages.spec.ts.
 */
export const test = webglTest.extend({
  page: async ({ page }, use) => {
    await page.addInitScript(() => {
      try {
        localStorage.setItem('seikika:backend', 'wasm');
      } catch {
        // A frame may have no storage.
      }
    });
    await use(page);
  },
});

/** Goes to a page with a figure and waits until the figure has been computed, by this backend or by any. */
export async function openFigure(page: Page, path: string, backend?: string): Promise<void> {
  await page.goto(path);
  await waitForFigure(page, backend);
}

const computedBy = (backend?: string): string => {
  const named = backend ? `[data-backend="${backend}"]` : '[data-backend]';
  return `:is(.badge${named}[aria-busy="false"], .run-bar[data-status="at-rest"])`;
};

/** What a figure has that has been computed here; an experiment is not, until somebody says so. */
export const COMPUTED = computedBy();

/** Waits until a figure has been computed here. */
export async function waitForFigure(page: Page, backend?: string): Promise<void> {
  const ready = page.locator(`[data-ready] ${computedBy(backend)}`);
  await expect(ready.first()).toBeAttached({ timeout: 60_000 });
}

/** Reads and writes an embedded widget over its protocol, as a page around it would. */
export type Embedded = {
  request(method: string, params?: object): Promise<Record<string, unknown>>;
  events(): Promise<Record<string, unknown>[]>;
};

/**
 * Puts a widget's embed page into a frame of a page on another origin, where nothing is remembered: it computes
 * by what the address says, or by WebAssembly.
 */
export async function embed(page: Page, address: string): Promise<Embedded> {
  const frame = new URL(address, test.info().project.use.baseURL);
  if (!frame.searchParams.has('backend')) frame.searchParams.set('backend', 'wasm');
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
  }, frame.href);
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

/** What a theme can break, and by far the slowest to check. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/** Address of every open chapter, in both languages. */
export const chapterPaths = (): readonly string[] =>
  pagePaths().filter((path) => /^\/(en|ja)\/(?!(?:widgets|programming)\/)[a-z-]+\/$/.test(path));

/**
 * Holds a page against axe's rules.
 * @param among the themes in which its colours are held against them as well
 * @param except what is left out, since it is held against them elsewhere
 */
export async function expectAccessible(
  page: Page | Frame,
  among: readonly (typeof themes)[number][],
  except: readonly string[] = [],
): Promise<void> {
  await page.evaluate(axe.source);
  const structure = rulesOfColour.map((rule) => [rule, { enabled: false }]);
  expect(await violations(page, except, { rules: Object.fromEntries(structure) })).toEqual([]);
  for (const theme of among) {
    await page.locator('html').evaluate((html, name) => (html.dataset.theme = name), theme);
    const runOnly = { type: 'rule', values: rulesOfColour } as const;
    expect(await violations(page, except, { runOnly }), theme).toEqual([]);
  }
}

function violations(
  page: Page | Frame,
  except: readonly string[],
  options: RunOptions,
): Promise<readonly string[]> {
  return page.evaluate(
    async ([exclude, given]) => {
      type Run = (context: ElementContext, options: RunOptions) => Promise<AxeResults>;
      const { axe: inPage } = window as unknown as { axe: { run: Run } };
      const results = await inPage.run({ include: ['html'], exclude }, given);
      return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
    },
    [[...except], { ...options, resultTypes: ['violations'] }] as [string[], RunOptions],
  );
}

/** A cell of a grid. */
export const cellIn = (grid: Locator, row: number, column: number): Locator =>
  grid.getByRole('row').nth(row).getByRole('gridcell').nth(column);
