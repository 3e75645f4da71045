import { readFileSync } from 'node:fs';
import type { FrameLocator, Page } from '@playwright/test';
import { methods } from '../../src/embed-element/requests.ts';
import { expect, locales, test } from './support.ts';

/** Chromium's word on frames that may do what their page may. A figure must, and so must what holds it. */
const SAME_SITE = /allow-scripts and allow-same-origin/;

test.beforeEach(({ silence }) => silence.allow(SAME_SITE));

type Playground = {
  readonly host: FrameLocator;
  readonly said: () => Promise<string[]>;
  readonly run: (example: string) => Promise<void>;
};

async function openPlayground(page: Page, locale: string): Promise<Playground> {
  await page.goto(`/${locale}/programming/`);
  const root = page.locator('[data-playground]');
  await root.scrollIntoViewIfNeeded();
  return {
    host: root.frameLocator('iframe'),
    said: () => root.locator('[role="log"] p').allTextContents(),
    run: async (example) => {
      await root.locator(`[data-example="${example}"]`).click();
      await expect(root.locator(`[data-example="${example}"]`)).toHaveAttribute(
        'aria-pressed',
        'true',
      );
    },
  };
}

const inside = (host: FrameLocator, nth = 0): FrameLocator =>
  host.locator('seikika-widget').nth(nth).frameLocator('iframe');

const stateOf = (host: FrameLocator, nth = 0): Promise<string> =>
  host
    .locator('seikika-widget')
    .nth(nth)
    .evaluate(async (element) => (await (element as SeikikaWidgetElement).getState()).query);

/** What each example says that it does, it does. */
const outcomes: Readonly<Record<string, (playground: Playground) => Promise<void>>> = {
  async set({ host, said }) {
    await expect
      .poll(said)
      .toEqual([
        'v=1&kernel=1x3:-1,0,1&stride=2 []',
        expect.stringMatching(/^\[4,3\] -?[\d.]+ [\d.]+$/),
        expect.stringMatching(/^\{"name":"(webgl|wasm|cpu)","floatBits":(16|32),/),
      ]);
    const known = await host
      .locator('seikika-widget')
      .evaluate(
        (element, names) =>
          names.filter((name) => typeof Reflect.get(element, name) === 'function'),
        [...methods],
      );
    expect(known).toEqual(methods);
  },

  async follow({ host }) {
    const rows = host.getByRole('row');
    await expect(rows).toHaveText([/^v=16 × 6/]);
    const figure = inside(host);
    await expect(figure.getByRole('textbox')).toHaveCount(3);
    await figure.getByRole('textbox').first().fill('2');
    await figure.getByRole('textbox').first().press('Enter');
    await expect(rows).toHaveText([/^v=16 × 6/, /^v=1&stride=23 × 3/]);
  },

  async link({ host }) {
    await expect.poll(() => stateOf(host)).toBe('v=1&kernel=1x2:-1,1');
    await expect.poll(() => stateOf(host, 1)).toBe('v=1&kernel=1x2:-1,1&stride=2');
    await host.locator('#one').evaluate(async (element) => {
      await (element as SeikikaWidgetElement).setState({ kernel: [[5]], padding: 1 });
    });
    await expect.poll(() => stateOf(host, 1)).toBe('v=1&kernel=1x1:5&stride=2');
  },

  async step({ host }) {
    const output = host.locator('output');
    await expect(output).toHaveText('1 / 36');
    await host.getByRole('button', { name: '+' }).click();
    await expect(output).toHaveText('2 / 36');
    expect(await stateOf(host)).toBe('v=1&step=1');
    await host.getByRole('button', { name: '−' }).click();
    await host.getByRole('button', { name: '−' }).click();
    await expect(output).toHaveText('1 / 36');
    expect(await stateOf(host)).toBe('v=1&step=0');
  },

  async picture({ host, said }) {
    await host.getByRole('button', { name: 'Take a picture' }).click();
    const picture = host.locator('#album img');
    await expect(picture).toHaveAttribute('alt', 'v=1');
    expect(
      await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth),
    ).toBeGreaterThan(100);
    await expect.poll(said).toEqual([expect.stringMatching(/^image\/svg\+xml \d{4,}$/)]);
  },

  async class({ host, said }) {
    await expect.poll(() => stateOf(host)).toBe('v=1');
    const hand = async (name: string): Promise<void> => {
      await host.locator('input').fill(name);
      await host.locator('button').first().click();
      await expect(host.locator('ol li').getByRole('button', { name })).toBeVisible();
    };
    await hand('Emmy');
    await host.locator('seikika-widget').evaluate(async (element) => {
      await (element as SeikikaWidgetElement).setState({ kernel: [[9]] });
    });
    await hand('Carl');
    await expect(host.locator('ol li')).toHaveText(['Emmy 3.20', 'Carl 9.00']);
    expect((await said()).at(-1)).toContain('"query":"v=1&kernel=1x1:9"');
    await host.getByRole('button', { name: 'Emmy' }).click();
    await expect.poll(() => stateOf(host)).toBe('v=1');
  },
};

for (const [example, expectOutcome] of Object.entries(outcomes)) {
  test(`the example “${example}” runs without an error and does what it says`, async ({ page }) => {
    const playground = await openPlayground(page, example === 'class' ? 'ja' : 'en');
    await playground.run(example);
    await expectOutcome(playground);
    await expect(page.locator('[role="log"] [data-kind="error"]')).toHaveCount(0);
    await page.screenshot({ path: test.info().outputPath('playground.png') });
  });
}

test('what a reader writes is run; what goes wrong in it is said', async ({ page, silence }) => {
  silence.allow(/nowhere is not defined|There is no step -1/);
  const { said, host } = await openPlayground(page, 'en');
  const code = page.getByLabel('The page’s HTML');
  await code.fill(`<p>Hello</p><script>
    console.warn('careful', { a: Float32Array.of(1, 2) });
    Promise.reject(new Error('later'));
    nowhere.to.be.found;
  </script>`);
  await code.press('Control+Enter');
  await expect(host.getByText('Hello')).toBeVisible();
  await expect
    .poll(said)
    .toEqual(['careful {"a":[1,2]}', expect.stringContaining('nowhere'), 'Error: later']);
  await code.fill(`<script src="/embed.js"></script>
    <seikika-widget widget="conv-filter"></seikika-widget>
    <script type="module">await document.querySelector('seikika-widget').step({ step: -1 });</script>`);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect.poll(said).toEqual([expect.stringContaining('There is no step -1')]);
  // Tab is for going on, as everywhere.
  await code.press('Tab');
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeFocused();
});

test('every page leads to it, and it names the types of this site', async ({ page }) => {
  for (const locale of locales) {
    const html = readFileSync(`dist/${locale}/index.html`, 'utf8');
    expect(html).toContain(`href="/${locale}/programming/"`);
  }
  await page.goto('/en/programming/');
  const link = page.getByRole('link', { name: 'seikika.d.ts' });
  const types = await page.request.get(new URL((await link.getAttribute('href')) ?? '').pathname);
  expect(await types.text()).toContain('interface SeikikaWidgetElement');
});
