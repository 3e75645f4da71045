import type { Page } from '@playwright/test';
import { call, test } from './deck.ts';
import { expect } from './support.ts';

const COUNT = 24;
const MOST_CONTEXTS = 8;

/** In every frame: keeps the graphics contexts that have been made and not been lost. */
function countContexts(): void {
  const contexts: WebGLRenderingContext[] = [];
  Object.assign(window, { contexts });
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (
    this: HTMLCanvasElement,
    ...args: Parameters<typeof getContext>
  ) {
    const context = getContext.apply(this, args);
    if (context && /^webgl/.test(args[0]))
      contexts.push(context as unknown as WebGLRenderingContext);
    return context;
  } as typeof getContext;
}

/** Contexts of all scenes that live, and one more for the engine in each frame's worker. */
async function liveContexts(page: Page): Promise<number> {
  const inFrames = await Promise.all(
    page.frames().map((frame) =>
      frame
        .evaluate(() => {
          const { contexts = [] } = window as unknown as { contexts?: WebGLRenderingContext[] };
          return contexts.filter((context) => !context.isContextLost()).length;
        })
        // A frame may go while it is asked.
        .catch(() => 0),
    ),
  );
  return inFrames.reduce((sum, count) => sum + count, 0) + page.workers().length;
}

test(`${COUNT} figures in a page: each lives when it is scrolled to, never more than ${MOST_CONTEXTS} contexts`, async ({
  page,
  openDeck,
}) => {
  test.setTimeout(300_000);
  await page.addInitScript(countContexts);
  const widgets = ['conv-filter', 'norm-cubes', '_template'];
  await openDeck(
    Array.from(
      { length: COUNT },
      (_, index) =>
        `<seikika-widget id="n${index}" widget="${widgets[index % widgets.length]}" ui="min"></seikika-widget>`,
    ).join(''),
  );
  let most = 0;
  const watch = async (): Promise<void> => {
    most = Math.max(most, await liveContexts(page));
  };
  for (let index = 0; index < COUNT; index++) {
    const element = page.locator(`#n${index}`);
    await element.scrollIntoViewIfNeeded();
    await watch();
    const figure = element.locator('iframe').contentFrame();
    await expect(figure.locator('[data-ready]')).toBeAttached({ timeout: 60_000 });
    await watch();
    expect(await call(element, 'getResult')).toMatchObject({ failure: undefined });
    await watch();
    expect(await page.locator('iframe').count()).toBeLessThanOrEqual(4);
  }
  expect(most).toBeGreaterThan(2);
  expect(most).toBeLessThanOrEqual(MOST_CONTEXTS);

  // The first has been closed for others; it shows itself, and comes back as it was left.
  const first = page.locator('#n0');
  await expect(first.locator('iframe')).toHaveCount(0);
  await first.scrollIntoViewIfNeeded();
  await call(first, 'setState', { stride: 2 });
  await page.locator(`#n${COUNT - 1}`).scrollIntoViewIfNeeded();
  for (const index of [COUNT - 2, COUNT - 3, COUNT - 4])
    await call(page.locator(`#n${index}`), 'getState');
  await expect(first.locator('iframe')).toHaveCount(0);
  await expect(first.locator('img')).toHaveJSProperty('complete', true);
  expect(
    await first.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth),
  ).toBeGreaterThan(200);
  await first.scrollIntoViewIfNeeded();
  expect(await call(first, 'getState')).toMatchObject({ query: 'v=1&stride=2' });
});

test('a frame in a sandbox without an origin and without storage computes as any other', async ({
  page,
  openDeck,
  baseURL,
}) => {
  await openDeck(
    `<iframe id="frame" sandbox="allow-scripts" width="900" height="900"
      src="${baseURL}/en/embed/conv-filter/?v=1&stride=2"></iframe>`,
  );
  const figure = page.frameLocator('#frame');
  await expect(figure.locator('.badge[data-backend="webgl"][aria-busy="false"]')).toBeAttached({
    timeout: 60_000,
  });
});
