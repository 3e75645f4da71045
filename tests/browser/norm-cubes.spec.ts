import type { Page } from '@playwright/test';
import { cellIn, expect, openFigure, test, waitForFigure } from './support.ts';

const PATH = '/en/embed/norm-cubes/';

const count = (page: Page) => page.locator('.count b');

test('batch norm of one value a channel is refused, and the last good figure stays', async ({
  page,
}) => {
  await openFigure(page, PATH);
  const setToOne = async (axis: string): Promise<void> => {
    const field = page.getByLabel(axis, { exact: true });
    await field.fill('1');
    await field.press('Enter');
  };
  await setToOne('N, images');
  await expect(count(page)).toHaveText('4 statistics, each over 25 values.');
  await setToOne('H, rows');
  await expect(count(page)).toHaveText('4 statistics, each over 5 values.');
  await setToOne('W, columns');
  await expect(
    page.getByText('in training every channel needs more than one value').first(),
  ).toBeVisible();
  await expect(count(page)).toHaveText('4 statistics, each over 5 values.');
});

test('a cell that is pointed at lights its whole set, and the symbol of the set does', async ({
  page,
}) => {
  await openFigure(page, `${PATH}?v=1&view=flat`);
  const after = page.locator('.flat section').nth(2);
  const faded = after.locator('.tensor-panels > .faded');
  await expect(faded).toHaveCount(0);
  const map = after.getByRole('grid', { name: /image 1, channel 3/ });
  await cellIn(map, 1, 1).hover();
  await expect(faded).toHaveCount(9);
  await expect(page.locator('.here')).toContainText('image 1, channel 3, cell 2, 2');
  await page.mouse.move(0, 0);
  await expect(faded).toHaveCount(0);
});

test('the numbers of the formula are those of the tensor', async ({ page }) => {
  await openFigure(page, PATH);
  const before = page.locator('.inspector .before').getByRole('grid');
  await cellIn(before, 0, 0).dblclick();
  await page.keyboard.type('9');
  await page.keyboard.press('Enter');
  await waitForFigure(page);
  await cellIn(before, 0, 0).click();
  const outcome = page.locator('.formulas p').last().locator('.in-numbers');
  await expect(outcome).toContainText('(9.000 −');
  const [, y] = /= (\S+)$/.exec((await outcome.textContent()) ?? '') ?? [];
  const shown = await cellIn(
    page.locator('.inspector .after').getByRole('grid'),
    0,
    0,
  ).textContent();
  expect(Number(y)).toBeCloseTo(Number(shown), 1);
});
