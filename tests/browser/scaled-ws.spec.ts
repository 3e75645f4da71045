import type { Page } from '@playwright/test';
import { cellIn, exampleQueries, expect, openFigure, test, waitForFigure } from './support.ts';

const PATH = '/en/embed/scaled-ws/';

/** Mean and variance before, mean and variance after, without their errors. */
async function outputsOf(page: Page, filter: number): Promise<number[]> {
  const cells = page
    .locator('.number-table tbody tr')
    .nth(filter - 1)
    .locator('td');
  const texts = await cells.allTextContents();
  return texts.map((text) => Number(text.split(' ')[0].replace('−', '-')));
}

const mapsOf = (page: Page, side: 'before' | 'after', filter: number) =>
  page.getByRole('grid', { name: new RegExp(`^${side}, filter ${filter},`) }).locator('text');

test('54 weights are 2 sets of 27, 1,568 are 8 sets of 196', async ({ page }) => {
  await openFigure(page, PATH);
  await expect(page.locator('.count')).toContainText('= 54 weights: 2 sets of 27');
  const { initialized } = await exampleQueries(page, 'scaled-ws');
  await openFigure(page, `${PATH}?${initialized}`);
  await expect(page.locator('.count')).toContainText('= 1,568 weights: 8 sets of 196');
  await expect(page.locator('.sets [role="grid"]')).toHaveCount(2 * 8 * 4);
  await expect(page.locator('.opened [role="gridcell"]')).toHaveCount(196);
});

test('a filter pushed by its mean takes its outputs along, and none of it is left after', async ({
  page,
}) => {
  await openFigure(page, PATH);
  const [before, , after] = await outputsOf(page, 1);
  const standardized = await mapsOf(page, 'after', 1).allTextContents();
  const grip = page.getByRole('slider', { name: 'mean μ of filter 1', exact: true });
  await grip.focus();
  await grip.press('PageUp');
  await waitForFigure(page);
  const [pushed, , left] = await outputsOf(page, 1);
  // By 27 · 0.5 · 0.4, or a little more or less: a grip snaps.
  expect(pushed - before).toBeGreaterThan(4.5);
  expect(left).toBeCloseTo(after, 2);
  expect(await mapsOf(page, 'after', 1).allTextContents()).toEqual(standardized);
});

test('a cell that is pointed at marks its set, before and after', async ({ page }) => {
  await openFigure(page, PATH);
  const current = page.locator('.filter[data-current] .name b').first();
  await expect(current).toHaveText('filter 2');
  await cellIn(
    page.getByRole('grid', { name: 'after, filter 1, channel 3', exact: true }),
    1,
    1,
  ).hover();
  await expect(current).toHaveText('filter 1');
  await expect(page.locator('.lines .panel-title')).toContainText('channel 3, row 2, column 2');
});

test('one edited weight changes all standardized weights of its filter, and no other', async ({
  page,
}) => {
  await openFigure(page, PATH);
  const [first, second] = [mapsOf(page, 'after', 1), mapsOf(page, 'after', 2)];
  const [untouched, old] = [await first.allTextContents(), await second.allTextContents()];
  await cellIn(
    page.getByRole('grid', { name: 'before, filter 2, channel 1', exact: true }),
    0,
    0,
  ).dblclick();
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await waitForFigure(page);
  expect(await first.allTextContents()).toEqual(untouched);
  const changed = await second.allTextContents();
  expect(changed.filter((text, at) => text === old[at])).toEqual([]);
});

test('a filter without spread is said to be left with zeros', async ({ page }) => {
  await openFigure(page, `${PATH}?v=1&weight=1x1x2x2:0.5,0.5,0.5,0.5&cell=0`);
  await expect(page.locator('.outcome')).toContainText('all its standardized weights are 0');
  await expect(page.getByRole('slider')).toHaveCount(1);
  expect(await outputsOf(page, 1)).toEqual([expect.any(Number), expect.any(Number), 0, 0]);
});
