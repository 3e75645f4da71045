import { readdirSync, readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import {
  embed,
  exampleQueries,
  expect,
  expectAccessible,
  openFigure,
  relativeDifference,
  resultOf,
  test,
  themes,
  type PlainArrays,
} from './support.ts';

// Every folder is a widget; every check here applies to a new one by itself.
const widgets = readdirSync('components/widgets');

type References = Record<string, PlainArrays>;

const referencesOf = (widget: string): References =>
  JSON.parse(readFileSync(`components/widgets/${widget}/reference.json`, 'utf8')) as References;

/** The numbers that a figure prints in its cells and tables. */
const cellTexts = (stage: Locator): Promise<string[]> =>
  stage.locator(':is(.cell text, .number-table td)').allTextContents();

for (const widget of widgets) {
  const references = referencesOf(widget);

  const path = `/en/embed/${widget}/`;

  test(`${widget}: words of twice the length break nothing`, async ({ page }) => {
    await page.route('**/embed/**', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(
        /(<script type="application\/json"[^>]*>)(.*?)(<\/script>)/gs,
        (_, start: string, json: string, end: string) => {
          const words = JSON.parse(json) as Record<string, string>;
          const doubled = Object.entries(words).map(([key, word]) => [key, `${word} ${word}`]);
          return start + JSON.stringify(Object.fromEntries(doubled)) + end;
        },
      );
      await route.fulfill({ response, body });
    });
    await openFigure(page, path);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      );
      expect(await overlapping(page)).toEqual([]);
    }
  });

  test(`${widget}: WebGL computes what the HTML holds, and in every example what PyTorch gives`, async ({
    page,
    browser,
  }) => {
    test.setTimeout(180_000);
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const still = await plain.newPage();
    await still.goto(path);
    const written = await cellTexts(still.locator('[data-stage]'));
    await plain.close();
    expect(written.length).toBeGreaterThan(3);

    const queries = await exampleQueries(page, widget);
    expect(Object.keys(queries).sort()).toEqual(Object.keys(references).sort());
    const frame = await embed(page, path);
    const { params: defaults } = await frame.request('getState');
    const figure = page.frameLocator('#frame');
    // Of an experiment the HTML holds a run; in the page it is only made when somebody says so.
    const isExperiment = (await figure.locator('.run-bar').count()) > 0;
    const { computedBy: by } = await frame.request('getResult');
    if (isExperiment) expect(by).toBeUndefined();
    else expect(by).toMatchObject({ name: 'webgl' });
    // A 3-D figure stands in the HTML laid flat.
    const flat = figure.getByRole('button', { name: 'flat', exact: true });
    if ((await flat.count()) > 0) await flat.click();
    expect(await cellTexts(figure.locator('[data-stage]'))).toEqual(written);
    for (const [example, query] of Object.entries(queries)) {
      const given = Object.fromEntries(new URLSearchParams(query));
      delete given.v;
      await frame.request('setState', { ...(defaults as object), ...given });
      if (isExperiment) await frame.request('run', { short: true });
      const { computedBy } = await frame.request('getResult');
      expect(computedBy).toMatchObject({ name: 'webgl' });
      const result = await resultOf(frame);
      for (const [name, expected] of Object.entries(references[example])) {
        expect(result[name].shape).toEqual(expected.shape);
        expect(
          relativeDifference(result[name].data, expected.data),
          `${example} ${name}`,
        ).toBeLessThan(isExperiment ? 1e-4 : 1e-5);
      }
    }
  });

  test(`${widget}: every control answers to the keyboard, axe finds nothing in any theme`, async ({
    page,
  }) => {
    await openFigure(page, path);
    await expectAccessible(page, themes);
    const query = (): Promise<string> => page.evaluate(() => document.body.innerText);
    for (const field of await page.locator('.controls .stepper input').all()) {
      const before = await field.inputValue();
      await field.press('ArrowUp');
      const [there, back] =
        (await field.inputValue()) === before ? ['ArrowDown', 'ArrowUp'] : ['', 'ArrowDown'];
      if (there) await field.press(there);
      expect(await field.inputValue()).not.toBe(before);
      await field.press(back);
      await expect(field).toHaveValue(before);
    }
    for (const select of await page.locator('.controls select').all()) {
      const before = await query();
      await select.press('ArrowDown');
      if ((await query()) === before) await select.press('ArrowUp');
      await expect.poll(query).not.toBe(before);
      await page.locator('.actions button').nth(0).press('Enter');
    }
    for (const grid of await page.locator('[role="grid"]').all()) {
      await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
      await grid.locator('[tabindex="0"]').press('ArrowRight');
      await expect(grid.locator('[tabindex="0"]')).toBeFocused();
    }
    for (const menu of await page.locator('.menu > button').all()) {
      await menu.press('Enter');
      await expect(menu).toHaveAttribute('aria-expanded', 'true');
      await page.keyboard.press('Escape');
      await expect(menu).toHaveAttribute('aria-expanded', 'false');
      await expect(menu).toBeFocused();
    }
  });
}

test('exports a PNG and a self-contained SVG', async ({ page }) => {
  await openFigure(page, '/en/embed/conv-filter/');
  await page.getByRole('button', { name: 'Export' }).click();
  for (const [button, start] of [
    ['PNG, 2×', '\u0089PNG'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"'],
  ]) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    const text = readFileSync(await (await download).path(), 'latin1');
    expect(text.startsWith(start)).toBe(true);
    expect(text).not.toMatch(/var\(|color-mix|class=/);
    expect(text.length).toBeGreaterThan(2000);
  }
});

/** Pairs of headings over grids that lie on each other. */
function overlapping(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const boxes = Array.from(
      document.querySelectorAll('[data-stage] h4, [data-stage] svg'),
      (element) => ({
        name: element.textContent?.slice(0, 20) ?? '',
        box: element.getBoundingClientRect(),
      }),
    ).filter(({ box }) => box.width > 0);
    return boxes.flatMap(({ name, box }, index) =>
      boxes.slice(index + 1).flatMap((other) => {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        return across > 3 && down > 3 ? [`${name} / ${other.name}`] : [];
      }),
    );
  });
}
