import type { Locator, Page } from '@playwright/test';
import { cellIn, expect, openFigure, test, waitForFigure } from './support.ts';

const PATH = '/en/embed/filter-bank/';

const field = (page: Page, name: string): Locator =>
  page.locator('.controls').getByLabel(name, { exact: true });

/** A field with what stands beside it. */
const control = (page: Page, name: string): Locator =>
  page.locator('.controls .control', { has: page.getByLabel(name, { exact: true }) });

async function type(page: Page, name: string, text: string): Promise<void> {
  await field(page, name).fill(text);
  await page.keyboard.press('Enter');
}

const summary = (page: Page): Locator => page.locator('.bar .summary');
const output = (page: Page): Locator => page.locator('.result [role="grid"]');

/** Drops a file on the figure. */
function drop(page: Page, name: string, kind: string, text: string): Promise<void> {
  return page.evaluate(
    ([fileName, fileType, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], fileName, { type: fileType }));
      const event = { dataTransfer: transfer, bubbles: true, cancelable: true };
      document.querySelector('[data-widget]')?.dispatchEvent(new DragEvent('drop', event));
    },
    [name, kind, text],
  );
}

const svg = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#f00"/></svg>`;

test('a picture in colour goes through eight filters at 64 × 64 cells', async ({ page }) => {
  await openFigure(page, PATH);
  await type(page, 'cells a side', '64');
  await type(page, 'filters', '8');
  await drop(page, 'red.svg', 'image/svg+xml', svg(400, 300));
  await expect(summary(page)).toHaveText('[3, 64, 64] → [8, 62, 62], 224 parameters');
  await waitForFigure(page);
  // Twice nine cells of red, and no green or blue.
  await expect(page.locator('.result .share')).toHaveText('= 18.00');
  await expect(output(page)).toHaveAttribute('aria-colcount', '62');
  await expect(page.locator('.result [role="gridcell"]')).toHaveCount(1);
});

test('a file that is no picture, and one that is too large, change nothing', async ({ page }) => {
  await openFigure(page, PATH);
  const before = await page.locator('[data-stage]').textContent();
  await drop(page, 'notes.txt', 'text/plain', 'hello');
  await expect(page.getByText('That file is not a picture')).toBeVisible();
  await drop(page, 'large.svg', 'image/svg+xml', svg(12_000, 9_000));
  await expect(page.getByText('That picture has more than 40 million pixels')).toBeVisible();
  expect(await page.locator('[data-stage]').textContent()).toBe(before);
});

test('groups that do not divide are refused beside the control in hand, and mended', async ({
  page,
}) => {
  await openFigure(page, PATH);
  const message = page.locator('.control-message').filter({ hasText: /\S/ });
  await type(page, 'groups', '3');
  await expect(message).toHaveText([/^groups is 3, which does not divide 4 channels\./]);
  await expect(control(page, 'groups')).toContainText('groups is 3');
  await expect(summary(page)).toHaveText('[3, 12, 12] → [4, 10, 10], 112 parameters');
  await type(page, 'filters', '5');
  await expect(message).toHaveText([/^groups is 3, which does not divide 5 channels\./]);
  await expect(control(page, 'filters')).toContainText('groups is 3');
  await type(page, 'filters', '3');
  await expect(message).toHaveCount(0);
  await expect(summary(page)).toHaveText('[3, 12, 12] → [3, 10, 10], 30 parameters');
  await expect(page.locator('.parameters')).toContainText('3² · 3/3 · 3 + 3 = 27 + 3 = 30');
  await expect(page.locator('.parameters')).toContainText('3² · 3 · 3 + 3 = 81 + 3 = 84');
});

test('a filter is chosen, read and edited with the keyboard alone', async ({ page }) => {
  await openFigure(page, PATH);
  await page.getByRole('button', { name: 'filter 2', exact: true }).press('Enter');
  const slice = page.getByRole('grid', { name: 'filter 2, slice for channel 3' });
  await slice.locator('[tabindex="0"]').focus();
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await expect(cellIn(slice, 0, 0)).toContainText('5');
  await page
    .getByLabel('kernel for channel 1', { exact: true })
    .selectOption({ label: 'Laplacian' });
  await expect(
    cellIn(page.getByRole('grid', { name: 'filter 2, slice for channel 1' }), 1, 1),
  ).toContainText('−4');
  const scene = page.locator('.scene canvas');
  await scene.focus();
  await page.keyboard.press('PageDown');
  await expect(page.locator('.here')).toContainText('output channel 3');
});

test('arrow keys move through a fine map, cell by cell', async ({ page }) => {
  await openFigure(page, `${PATH}?view=flat`);
  await type(page, 'cells a side', '40');
  const map = page.locator('.flat').getByRole('grid', { name: 'output channel 4' });
  await expect(map).toHaveAttribute('aria-rowcount', '38');
  await map.locator('[tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(map.locator('[tabindex="0"]')).toBeFocused();
  await expect(page.locator('.here')).toContainText('output channel 4, cell 2, 3:');
  await page.keyboard.press('Enter');
  await expect(page.locator('.choose [aria-pressed="true"]')).toHaveText('4');
  const box = await map.boundingBox();
  if (!box) throw new Error('The map is not there');
  await map.hover({ position: { x: (box.width * 19.5) / 38, y: box.height - 1 } });
  await expect(page.locator('.here')).toContainText('output channel 4, cell 38, 20:');
});

test('a symbol of the formula lights its part of the figure', async ({ page }) => {
  await openFigure(page, PATH);
  await page.locator('.parameters [data-part="kernel"]').first().hover();
  await expect(page.locator('.chosen .slice[data-lit]')).toHaveCount(3);
  await page.locator('.chosen .result .panel-title').hover();
  await expect(page.locator('.chosen .slice[data-lit]')).toHaveCount(0);
});

test('the input of conv-filter travels here, number by number, and a map from here back', async ({
  page,
}) => {
  await openFigure(page, '/en/widgets/conv-filter/');
  const input = page.getByRole('grid', { name: 'input', exact: true });
  await cellIn(input, 2, 3).dblclick();
  await page.keyboard.type('0.37');
  await page.keyboard.press('Enter');
  await waitForFigure(page);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('link', { name: 'input [8, 8] → A bank of filters' }).click();
  await expect(page).toHaveURL(/\/en\/widgets\/filter-bank\//);
  await waitForFigure(page);
  await expect(summary(page)).toHaveText('[3, 8, 8] → [4, 6, 6], 112 parameters');
  await page.getByRole('button', { name: 'flat' }).click();
  for (const channel of ['channel 1', 'channel 2', 'channel 3']) {
    const map = page.locator('.flat').getByRole('grid', { name: channel, exact: true });
    await expect(cellIn(map, 2, 3)).toHaveText('0.37');
  }
  const shown = await output(page).locator('text').allTextContents();
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('link', { name: /^output channel .* → One filter, one image$/ }).click();
  await expect(page).toHaveURL(/\/en\/widgets\/conv-filter\//);
  await waitForFigure(page);
  expect(await input.locator('text').allTextContents()).toEqual(shown);
});

test('the 3-D view, walked by keys, says the numbers that the flat view prints', async ({
  page,
}) => {
  await openFigure(page, `${PATH}?view=flat`);
  const row = page
    .locator('.flat')
    .getByRole('grid', { name: 'output channel 2' })
    .getByRole('row')
    .first();
  const printed = await row.locator('text').allTextContents();
  expect(printed).toHaveLength(10);
  await page.getByRole('button', { name: 'turned' }).click();
  await expect(page.locator('.scene[data-solid]')).toHaveCount(1);
  await page.locator('.scene canvas').focus();
  const spoken = page.locator('.scene [aria-live]');
  for (let channel = 0; channel < 4; channel++) await page.keyboard.press('PageUp');
  await page.keyboard.press('PageDown');
  for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowUp');
  for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowLeft');
  for (const [column, text] of printed.entries()) {
    await expect(spoken).toContainText(`output channel 2, cell 1, ${column + 1}: `);
    const said = (await spoken.textContent())?.split(': ').at(-1)?.replace('−', '-');
    expect(Number(said)).toBeCloseTo(Number(text.replace('−', '-')), 1);
    await page.keyboard.press('ArrowRight');
  }
});
