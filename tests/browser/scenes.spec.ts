import type { Locator, Page } from '@playwright/test';
import { probeEngine } from './engine-probe.ts';
import { expect, openFigure, webglTest as test } from './support.ts';

const PATH = '/en/embed/minibatch-conv/';

/** Counts the WebGL contexts that the page itself holds, and lets a test take them away. */
async function probeStage(page: Page) {
  await page.addInitScript(() => {
    const shared = window as unknown as { contexts: WebGL2RenderingContext[]; most: number };
    shared.contexts = [];
    shared.most = 0;
    const open = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (
      this: HTMLCanvasElement,
      ...args: unknown[]
    ) {
      const context: unknown = Reflect.apply(open, this, args);
      if (context instanceof WebGL2RenderingContext && !shared.contexts.includes(context)) {
        shared.contexts.push(context);
        const alive = shared.contexts.filter((other) => !other.isContextLost()).length;
        shared.most = Math.max(shared.most, alive);
      }
      return context;
    } as typeof open;
  });
  return {
    contextCount: () =>
      page.evaluate(
        () =>
          (window as unknown as { contexts: WebGL2RenderingContext[] }).contexts.filter(
            (context) => !context.isContextLost(),
          ).length,
      ),
    /** The most contexts that were alive at a time. */
    mostContexts: () => page.evaluate(() => (window as unknown as { most: number }).most),
    loseContext: () =>
      page.evaluate(() => {
        const { contexts } = window as unknown as { contexts: WebGL2RenderingContext[] };
        contexts.at(-1)?.getExtension('WEBGL_lose_context')?.loseContext();
      }),
  };
}

const solid = (page: Page): Locator => page.locator('.scene[data-solid]');
const canvas = (page: Page): Locator => page.locator('.scene canvas').first();

/** How many different colours a picture has: one, if nothing is drawn. */
function coloursOf(picture: Locator): Promise<number> {
  return picture.evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    const context = (element as HTMLCanvasElement).getContext('2d');
    const data = new Uint32Array(context?.getImageData(0, 0, width, height).data.buffer ?? []);
    return new Set(data).size;
  });
}

test('a 3-D figure is drawn once it is near, on the one context of its page', async ({ page }) => {
  const stage = await probeStage(page);
  const engine = await probeEngine(page);
  await openFigure(page, PATH);
  await expect(solid(page)).toHaveCount(1);
  expect(await coloursOf(canvas(page))).toBeGreaterThan(20);
  expect(await stage.contextCount()).toBe(1);
  expect(await engine.contextCount()).toBe(1);
});

test('a page of four 3-D figures holds two contexts, however often it is scrolled through', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const stage = await probeStage(page);
  const engine = await probeEngine(page);
  await openFigure(page, '/en/channels/');
  const figures = page.locator('.scene');
  await expect(figures).toHaveCount(4);
  const counts = async (): Promise<number[]> => [
    await stage.contextCount(),
    await engine.contextCount(),
  ];
  for (let round = 0; round < 10; round++) {
    for (const index of [0, 1, 2, 3]) {
      await figures.nth(index).scrollIntoViewIfNeeded();
      await expect(figures.nth(index)).toHaveAttribute('data-solid', '');
      await expect.poll(counts, `round ${round + 1}, figure ${index + 1}`).toEqual([1, 1]);
    }
    await page.evaluate(() => scrollTo(0, 0));
    // Their pictures stay where they were drawn, so that nothing below them moves.
    await expect(solid(page)).toHaveCount(4);
  }
  await figures.nth(2).scrollIntoViewIfNeeded();
  expect(await coloursOf(figures.nth(2).locator('canvas'))).toBeGreaterThan(20);
  await expect.poll(counts).toEqual([1, 1]);
  expect(await stage.mostContexts()).toBe(1);
});

test('a lost context loses nothing: the picture is drawn anew and can be turned', async ({
  page,
}) => {
  const stage = await probeStage(page);
  await openFigure(page, PATH);
  await expect(solid(page)).toHaveCount(1);
  const before = await canvas(page).screenshot();
  await stage.loseContext();
  await expect.poll(stage.contextCount).toBe(1);
  expect((await canvas(page).screenshot()).equals(before)).toBe(true);
  await page.getByRole('button', { name: 'side' }).click();
  await expect.poll(async () => (await canvas(page).screenshot()).equals(before)).toBe(false);
  expect(await coloursOf(canvas(page))).toBeGreaterThan(20);
});

test('the 3-D view, the flat view and the HTML without scripts hold the same numbers', async ({
  page,
  browser,
}) => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(PATH);
  const texts = (where: Page): Promise<string[]> =>
    where.locator('.tensor-panels .cell text').allTextContents();
  const written = await texts(still);
  await plain.close();
  expect(written.length).toBe(3 * 64 + 4 * 9 + 12 * 36);

  await openFigure(page, PATH);
  await page.getByRole('button', { name: 'flat' }).click();
  expect(await texts(page)).toEqual(written);
  await page.getByRole('button', { name: 'turned' }).click();
  await expect(solid(page)).toHaveCount(1);

  // Along the top row of every output map, as the keyboard walks it and a screen reader hears it.
  await canvas(page).focus();
  for (let image = 0; image < 3; image++) await page.keyboard.press('Shift+PageUp');
  for (let filter = 0; filter < 4; filter++) await page.keyboard.press('PageUp');
  const output = written.slice(3 * 64 + 4 * 9);
  for (let filter = 0; filter < 4; filter++) {
    for (let column = 0; column < 6; column++) {
      const spoken = page.locator('.scene [aria-live]');
      const value = Number(output[filter * 36 + column].replace('−', '-'));
      const place = `image 1, channel ${filter + 1}, cell 1, ${column + 1}: `;
      await expect(spoken).toContainText(place);
      const said = (await spoken.textContent())?.split(': ').at(-1)?.replace('−', '-');
      expect(Number(said)).toBeCloseTo(value, 1);
      await page.keyboard.press('ArrowRight');
    }
    for (let column = 0; column < 6; column++) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('PageDown');
  }
});

test('pointing at a map speaks of its image and its filter; a drag turns; keys turn too', async ({
  page,
}) => {
  await openFigure(page, `${PATH}?v=1&yaw=0&pitch=0&step=11`);
  await expect(solid(page)).toHaveCount(1);
  const box = await canvas(page).boundingBox();
  if (!box) throw new Error('There is no picture');
  const label = page.locator('.scene-overlay text', { hasText: 'output' });
  const over = await label.boundingBox();
  if (!over) throw new Error('The output has no label');
  await page.mouse.move(over.x + over.width / 2, over.y + 75);
  await expect(page.locator('.inspector')).toContainText('channel 1 · image 1');

  await page.mouse.down();
  await page.mouse.move(over.x + over.width / 2 + 100, over.y + 75, { steps: 5 });
  await page.mouse.up();
  const turned = async (): Promise<string> => {
    await page.getByRole('button', { name: 'Share' }).click();
    const link = await page.locator('.copyable textarea').first().inputValue();
    await page.keyboard.press('Escape');
    return link;
  };
  expect(await turned()).toContain('yaw=-40');
  await canvas(page).focus();
  await page.keyboard.press('Shift+ArrowRight');
  expect(await turned()).toContain('yaw=-30');
});

test('where the page can draw no WebGL the flat view stays', async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await openFigure(page, PATH);
  await expect(page.locator('.tensor-panels .cell text').first()).toBeVisible();
  await expect(solid(page)).toHaveCount(0);
});

test('print gets the flat view', async ({ page }) => {
  await openFigure(page, PATH);
  await expect(solid(page)).toHaveCount(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.tensor-panels .cell text').first()).toBeVisible();
  await expect(solid(page)).toHaveCount(0);
});
