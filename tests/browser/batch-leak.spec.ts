import type { Page } from '@playwright/test';
import { cellIn, expect, openFigure, test, waitForFigure } from './support.ts';

const PATH = '/en/embed/batch-leak/';

const moved = (page: Page) => page.locator('.batch [data-role="mine"] .moved b');
const changed = (page: Page) => page.getByRole('grid', { name: 'image 3, changed; edit it' });

async function type(page: Page, row: number, column: number, text: string): Promise<void> {
  await cellIn(changed(page), row, column).dblclick();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await waitForFigure(page);
}

test('another image moves my output in training, and by 0 in evaluation', async ({ page }) => {
  await openFigure(page, `${PATH}?v=1`);
  expect(Number(await moved(page).textContent())).toBeGreaterThan(0.5);
  await page.getByRole('button', { name: 'evaluation', exact: true }).click();
  await waitForFigure(page);
  await expect(moved(page)).toHaveText('0');
  await type(page, 0, 0, '9');
  await expect(moved(page)).toHaveText('0');
});

test('pixels that change places leave my output where it was; one of them alone does not', async ({
  page,
}) => {
  await openFigure(page, PATH);
  await page.getByLabel('make it').selectOption('as it was');
  await waitForFigure(page);
  await expect(moved(page)).toHaveText('0');
  await type(page, 0, 0, '0.3');
  await expect(moved(page)).not.toHaveText('0');
  await type(page, 0, 2, '0.9');
  await expect(moved(page)).toHaveText('0');
});

test('a batch of one is instance normalization', async ({ page }) => {
  await openFigure(page, PATH);
  const count = page.getByLabel('images, N', { exact: true });
  await count.fill('1');
  await count.press('Enter');
  await expect(page.locator('.outcome')).toHaveText(/the largest difference is 0\.$/);
});
