import { readFileSync } from 'node:fs';
import { expectFigure, KEPT, openLecture, position, screen } from './lecture-page.ts';
import { chapterPaths, expect, expectAccessible, locales, test } from './support.ts';

for (const locale of locales) {
  test(`${locale}: a chapter goes through all its screens by keys, and Escape returns`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.goto(`/${locale}/batch-statistics/?${KEPT}`);
    await page.locator('[data-to-lecture]').click();
    await expect(page).toHaveURL(/\?lecture&/);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('article p').first()).toBeHidden();

    const ids: string[] = [];
    const steps = ['PageDown', 'ArrowRight', 'Space'];
    const of = Number((await position(page).innerText()).split('/')[1]);
    for (let index = 1; index < of; index++) {
      await page.keyboard.press(steps[index % steps.length]);
      await expect(position(page)).toHaveText(`${index + 1} / ${of}`);
      const shown = screen(page);
      await expect(shown).toBeFocused();
      const id = (await shown.getAttribute('id')) ?? '';
      ids.push(id);
      await expect(page).toHaveURL(new RegExp(`\\?lecture=${id}&`));
      await expect(page.locator('[data-position]')).toHaveText(
        new RegExp(`^${index + 1} / ${of}, .{3,}`),
      );
      const kind = await shown.getAttribute('data-screen');
      if (kind === 'figure') await expectFigure(page, id);
      if (kind !== 'predict') continue;
      // The question first, and the answer after a key.
      const outcome = shown.locator('.outcome');
      await expect(outcome).toBeHidden();
      await page.keyboard.press('PageDown');
      await expect(outcome).toBeVisible();
    }
    expect(ids).toContain('summary');
    await page.keyboard.press('Home');
    await expect(position(page)).toHaveText(`1 / ${of}`);
    await page.keyboard.press('End');
    await expect(position(page)).toHaveText(`${of} / ${of}`);
    await page.keyboard.press('Shift+Space');
    await expect(position(page)).toHaveText(`${of - 1} / ${of}`);
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(new RegExp(`/batch-statistics/\\?${KEPT}#${ids.at(-2)}$`));
    await expect(page.locator(`#${ids.at(-2)}`)).toBeInViewport();
    await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'projector');
    await expect(page.locator('header.site')).toBeVisible();
  });
}

test('a key goes to the figure where the figure has a use for it', async ({ page }) => {
  await openLecture(page, '/en/filtering/', 'window');
  await expectFigure(page, 'window');
  const figure = page.locator('#window');
  await figure.getByRole('slider').first().press('ArrowRight');
  await expect(page).toHaveURL(/lecture=window/);
  await figure.getByRole('button', { name: 'Play' }).focus();
  await page.keyboard.press('Space');
  await expect(figure.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(page).toHaveURL(/lecture=predict-/);
  await page.keyboard.press('ArrowLeft');
  // It was playing when the screen was left.
  await expect(figure.getByRole('button', { name: 'Play' })).toBeVisible();
  await figure.getByLabel('stride', { exact: true }).focus();
  await page.keyboard.press('Escape');
  await expect(figure).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/lecture/);
});

test('the language switch keeps the screen and the state of its figure', async ({ page }) => {
  await openLecture(page, '/en/filtering/', 'window');
  await expectFigure(page, 'window');
  const stride = page.locator('#window').getByLabel('stride', { exact: true });
  await stride.fill('2');
  await stride.press('Enter');
  await page.mouse.move(300, 300);
  await page.locator('.deck-tools').getByRole('link', { name: '日本語' }).click();
  await expect(page).toHaveURL(/\/ja\/filtering\/\?lecture=window&/);
  await expectFigure(page, 'window');
  await expect(page.locator('#window').getByLabel('ストライド', { exact: true })).toHaveValue('2');
});

test('nothing happens on screens that are not shown', async ({ page }) => {
  test.setTimeout(120_000);
  await page.addInitScript(() => {
    const counts = { frames: 0, pictures: 0, draws: 0 };
    Object.assign(window, { counts });
    const ask = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) => {
      counts.frames++;
      return ask(callback);
    };
    const draw = CanvasRenderingContext2D.prototype.drawImage as (...args: unknown[]) => void;
    CanvasRenderingContext2D.prototype.drawImage = function (...args: unknown[]) {
      counts.pictures++;
      draw.apply(this, args);
    };
    const elements = WebGL2RenderingContext.prototype.drawElements;
    WebGL2RenderingContext.prototype.drawElements = function (...args) {
      counts.draws++;
      elements.apply(this, args);
    };
  });
  await openLecture(page, '/en/batch-norm/', 'cube');
  await expectFigure(page, 'cube');
  await expect(page.locator('#cube .scene[data-solid]')).toBeVisible({ timeout: 30_000 });
  const counts = () =>
    page.evaluate(() => ({ ...(window as unknown as { counts: Record<string, number> }).counts }));
  expect((await counts()).pictures).toBeGreaterThan(0);
  const step = () => page.locator('#cube .playback input').inputValue();
  await page.locator('#cube').getByRole('button', { name: 'Play' }).click();
  const first = await step();
  await expect.poll(step).not.toBe(first);

  await page.keyboard.press('PageDown');
  await expect(page.locator('#predict-pairs')).toBeVisible();
  // The next figure is being woken and drawn out of sight.
  await expect(page.locator('#shape [data-ready]')).toBeAttached({ timeout: 30_000 });
  await expect(page.locator('[data-ahead]')).toHaveCount(0);
  await page.waitForTimeout(500);
  const [before, left] = [await counts(), await step()];
  await page.waitForTimeout(1500);
  expect(await counts()).toEqual(before);
  expect(await step()).toBe(left);
});

test('a run waits while its figure is not on the screen', async ({ page }) => {
  test.setTimeout(120_000);
  await openLecture(page, '/en/covariate-shift/');
  const ids = await page.locator('[data-screen="figure"]').evaluateAll((all) => {
    const runs = all.filter((figure) => figure.querySelector('.run-bar'));
    return runs.map(({ id }) => id);
  });
  await openLecture(page, '/en/covariate-shift/', ids[0]);
  await expectFigure(page, ids[0]);
  const bar = page.locator(`#${ids[0]} .run-bar`);
  await bar.getByRole('button').first().click();
  await expect(bar).toHaveAttribute('data-status', 'running', { timeout: 60_000 });
  await screen(page).focus();
  await page.keyboard.press('Home');
  const done = () =>
    bar.locator('progress').evaluate((element: HTMLProgressElement) => element.value);
  await page.waitForTimeout(1000);
  const waiting = await done();
  await page.waitForTimeout(2000);
  expect(await done()).toBe(waiting);
  await expect(bar).toHaveAttribute('data-status', 'running');
});

test('axe finds nothing on screens of every kind, in any theme', async ({ page }) => {
  test.setTimeout(120_000);
  for (const id of ['', 'window', 'predict-flat', 'summary']) {
    await openLecture(page, '/en/filtering/', id);
    if (id === 'window') await expectFigure(page, id);
    await page.mouse.move(200, 200);
    const themes = ['light', 'dark', 'projector'] as const;
    await expectAccessible(page, themes, ['[data-stage]', '.katex-html']);
  }
});

for (const [slug, id] of [
  ['batch-norm', 'cube'],
  ['channels', 'bank'],
  ['smoother-loss', 'surface'],
] as const) {
  test(`${slug}: a figure that is higher than the screen comes to rest and scrolls`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await openLecture(page, `/en/${slug}/`, id);
    await expectFigure(page, id);
    await expect(page.locator(`#${id} .scene[data-solid]`).first()).toBeVisible();
    const figure = page.locator(`#${id}`);
    await page.waitForTimeout(2000);
    await expect(figure).toHaveAttribute('data-scrolls');
    const changes = await figure.evaluate(async (element) => {
      let count = 0;
      const watcher = new MutationObserver(() => count++);
      watcher.observe(element, { attributeFilter: ['data-fitted', 'style'] });
      await new Promise((resolve) => setTimeout(resolve, 1500));
      return count;
    });
    expect(changes).toBe(0);
    await expect(figure.locator('[data-widget]')).toBeVisible();
    const reach = await figure.evaluate(
      ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => [
        scrollWidth - clientWidth,
        scrollHeight - clientHeight,
      ],
    );
    expect(reach[0]).toBe(0);
    expect(reach[1]).toBeGreaterThan(0);
  });
}

test('a lecture is printed as the chapter that it is', async ({ page }) => {
  await openLecture(page, '/en/filtering/', 'window');
  await expectFigure(page, 'window');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.deck-strip')).toBeHidden();
  for (const part of await page.locator('[data-text] > :is(p, figure, .predict)').all())
    await expect(part).toBeVisible();
});

test('every chapter has a screen for each of its figures and predictions', async ({ page }) => {
  test.setTimeout(300_000);
  for (const path of chapterPaths()) {
    const html = readFileSync(`dist${path}index.html`, 'utf8');
    await openLecture(page, path);
    for (const [kind, mark] of [
      ['figure', /<figure [^>]*id="/g],
      ['predict', /<div class="predict"/g],
    ] as const) {
      const wanted = html.match(mark)?.length ?? 0;
      expect(wanted, path).toBeGreaterThan(1);
      await expect(page.locator(`[data-screen="${kind}"]`), path).toHaveCount(wanted);
    }
    await expect(page.locator('h2[data-screen="summary"]'), path).toHaveCount(1);
  }
});
