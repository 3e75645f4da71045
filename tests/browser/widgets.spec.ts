import { readdirSync, readFileSync } from 'node:fs';
import type { Page, Route } from '@playwright/test';
import { expectEveryMethod } from './every-method.ts';
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
  waitForFigure,
  webglTest,
  type PlainArrays,
} from './support.ts';

// Every folder is a widget; every check here applies to a new one by itself.
const widgets = readdirSync('components/widgets');

type References = Record<string, PlainArrays>;

const referencesOf = (widget: string): References =>
  JSON.parse(readFileSync(`components/widgets/${widget}/reference.json`, 'utf8')) as References;

/** Where a figure prints numbers: in its cells, tables and sentences, and at the ends of curves. */
const PRINTED = '[data-stage] :is(.cell text, .number-table td, .outcome, .end-label)';

/** The numbers that stand in the HTML of a page, before any script has run. */
async function printedAt(page: Page, path: string): Promise<string[]> {
  const html = await (await page.request.get(path)).text();
  return page.evaluate(
    ([text, selector]) => {
      const still = new DOMParser().parseFromString(text, 'text/html');
      return Array.from(still.querySelectorAll(selector), (cell) => cell.textContent ?? '');
    },
    [html, PRINTED],
  );
}

/** Answers with a page in which every word of the figure stands twice. */
async function doubleWords(route: Route): Promise<void> {
  const response = await route.fetch();
  const body = (await response.text()).replace(
    /(<script type="application\/json"[^>]*>)(.*?)(<\/script>)/gs,
    (_, start: string, json: string, end: string) => {
      const words = JSON.parse(json) as Record<string, string> | readonly object[];
      if (Array.isArray(words)) return start + json + end;
      const doubled = Object.entries(words).map(([key, word]) => [key, `${word} ${word}`]);
      return start + JSON.stringify(Object.fromEntries(doubled)) + end;
    },
  );
  await route.fulfill({ response, body });
}

for (const widget of widgets) {
  const references = referencesOf(widget);

  const path = `/en/embed/${widget}/`;

  test(`${widget}: words of twice the length break nothing at any width, every control answers to the keyboard`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await page.route(`**/en/widgets/${widget}/`, doubleWords);
    await openFigure(page, `/en/widgets/${widget}/`);
    for (const width of [1920, 1280, 768, 360]) {
      await page.setViewportSize({ width, height: 900 });
      const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(scroll, `at ${width} px`).toBeLessThanOrEqual(width);
      expect(await overlapping(page), `at ${width} px`).toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await expectKeyboard(page);
  });

  webglTest(
    `${widget}: axe finds nothing, every method is answered, WebGL computes what the HTML holds, and in its examples what PyTorch gives`,
    async ({ page }) => {
      webglTest.setTimeout(180_000);
      const written = await printedAt(page, path);
      expect(written.length).toBeGreaterThan(3);

      const queries = await exampleQueries(page, widget);
      expect(Object.keys(queries).sort()).toEqual(Object.keys(references).sort());
      const frame = await embed(page, `${path}?backend=webgl`);
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
      await expect.poll(() => figure.locator(PRINTED).allTextContents()).toEqual(written);
      await expectAccessible(page.frames()[1], themes);
      await expectEveryMethod({ page, widget, frame });
      // Runs by software take long: of experiments the first and the last; references.test.ts has all, on the CPU.
      const examples = Object.entries(queries);
      const tried = isExperiment ? [examples[0], examples[examples.length - 1]] : examples;
      for (const [example, query] of tried) {
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
    },
  );
}

test('exports a PNG and a self-contained SVG', async ({ page }) => {
  await openFigure(page, '/en/embed/conv-filter/');
  await page.getByRole('button', { name: 'Export' }).click();
  for (const [format, start] of [
    ['PNG', '\u0089PNG'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"'],
  ]) {
    await page.getByRole('button', { name: format, exact: true }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
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

const nextFrame = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));

/** What has been changed is drawn in the next frame, and computed thereafter. */
async function settled(page: Page): Promise<void> {
  await nextFrame(page);
  await waitForFigure(page);
}

/** Arrows and Enter alone walk every matrix, set every control, and open and close every menu. */
async function expectKeyboard(page: Page): Promise<void> {
  for (const grid of await page.locator('[role="grid"]').all()) {
    await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
    await grid.locator('[tabindex="0"]').press('ArrowRight');
    await expect(grid.locator('[tabindex="0"]')).toBeFocused();
  }
  const told = (): Promise<string> => page.evaluate(() => document.body.innerText);
  const undo = page.locator('.actions button').first();
  for (const select of await page.locator('.controls select').all()) {
    const [chosen, before] = [await select.inputValue(), await told()];
    await select.press('ArrowDown');
    if ((await select.inputValue()) === chosen) await select.press('ArrowUp');
    await expect.poll(told).not.toBe(before);
    await undo.press('Enter');
    await settled(page);
  }
  for (const field of await page.locator('.controls .stepper input').all()) {
    const before = await field.inputValue();
    await field.press('ArrowUp');
    await nextFrame(page);
    const [there, back] =
      (await field.inputValue()) === before ? ['ArrowDown', 'ArrowUp'] : ['', 'ArrowDown'];
    if (there) await field.press(there);
    await expect(field).not.toHaveValue(before);
    await field.press(back);
    await expect(field).toHaveValue(before);
    // The next field may show what is computed.
    await settled(page);
  }
  for (const menu of await page.locator('.menu > button').all()) {
    await menu.press('Enter');
    await expect(menu).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Escape');
    await expect(menu).toHaveAttribute('aria-expanded', 'false');
    await expect(menu).toBeFocused();
  }
}
