import type { Page } from '@playwright/test';
import { expect, openFigure, test } from './support.ts';

const PATH = '/en/embed/bn-calculator/';

const numbersOf = (page: Page, line: number) =>
  page.locator(`.line[data-line="${line}"] .in-numbers`);

test('a number is dragged along its axis, which stands still meanwhile', async ({ page }) => {
  await openFigure(page, PATH);
  const grip = page.getByRole('slider', { name: 'number 1', exact: true });
  const [start, end] = await Promise.all(
    [grip, page.getByRole('slider', { name: 'number 4', exact: true })].map((each) =>
      each.boundingBox(),
    ),
  );
  if (!start || !end) throw new Error('no grips');
  const y = start.y + start.height / 2;
  await page.mouse.move(start.x + start.width / 2, y);
  await page.mouse.down();
  // Five units to the right, onto the last number.
  await page.mouse.move(end.x + end.width / 2, y, { steps: 4 });
  await expect(grip).toHaveAttribute('aria-valuenow', '6');
  await page.mouse.up();
  await expect(numbersOf(page, 1)).toHaveText('(6 + 2 + 3 + 6) / 4 = 4.250');
});

test('equal numbers without an ε are refused, and the last good figure stays', async ({ page }) => {
  await openFigure(page, `${PATH}?v=1&x=1x4:5,5,5,5`);
  await expect(numbersOf(page, 3)).toContainText('= 0.000');
  await page.getByLabel('ε', { exact: true }).selectOption('0');
  await expect(page.getByText('all values are equal').first()).toBeVisible();
  await expect(numbersOf(page, 3)).toContainText('10⁻⁵');
});
