import type { Page } from '@playwright/test';
import { expect, openFigure, test, waitForFigure } from './support.ts';

const PATH = '/en/embed/contrast-norm/';

/** The variances under the images, panel by panel. */
const variances = (page: Page) => page.locator('.panels .image td b');
const outcome = (page: Page) => page.locator('.differences');

test('of the deviations 1 and 3, BN leaves the variances 0.2 and 1.8, IN 1 and 1', async ({
  page,
}) => {
  await openFigure(page, PATH);
  await expect(variances(page)).toHaveText(['1.000', '9.000', '0.200', '1.800', '1.000', '1.000']);
  await expect(outcome(page)).toContainText('IN < 0.0001.');
});

test('the end of a bar is dragged, or moved by keys, to another contrast', async ({ page }) => {
  await openFigure(page, PATH);
  const grip = page.getByRole('slider', { name: 'deviation of image 1' });
  await grip.focus();
  for (let press = 0; press < 2; press++) await page.keyboard.press('PageUp');
  await waitForFigure(page);
  await expect(grip).toHaveAttribute('aria-valuetext', '3.00');
  await expect(variances(page)).toHaveText(['9.000', '9.000', '1.000', '1.000', '1.000', '1.000']);
  await expect(outcome(page)).toContainText('BN < 0.0001');

  const box = (await grip.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 30, y, { steps: 4 });
  await page.mouse.up();
  await waitForFigure(page);
  expect(Number(await variances(page).first().textContent())).toBeLessThan(8.9);
  await expect(variances(page).nth(4)).toHaveText('1.000');
});
