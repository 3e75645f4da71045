import { expect, openFigure, test, waitForFigure } from './support.ts';

const PATH = '/en/embed/statistic-transfer/';

test('the result has the style’s numbers, and the content’s at strength 0', async ({ page }) => {
  await openFigure(page, PATH);
  const cells = page.locator('tbody tr').first().locator('td');
  const [contentMean, contentDeviation, mean, deviation] = await cells.allTextContents();
  await expect(cells.nth(4)).toHaveText(mean);
  await expect(cells.nth(5)).toHaveText(deviation);
  const strength = page.getByLabel('strength α', { exact: true });
  await strength.fill('0');
  await strength.press('Enter');
  await waitForFigure(page);
  await expect(cells.nth(4)).toHaveText(contentMean);
  await expect(cells.nth(5)).toHaveText(contentDeviation);
  await expect(page.locator('.distances')).toContainText('result and content: < 0.0001');
});

test('a stroke and the keys paint on the style, and undo takes a stroke back whole', async ({
  page,
}) => {
  await openFigure(page, PATH);
  const style = page.getByRole('grid', { name: 'Style' });
  const cell = style.getByRole('gridcell');
  const before = await cell.getAttribute('aria-label');
  const box = (await style.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x + 3, box.y + 3);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + 3, { steps: 3 });
  await page.mouse.up();
  await expect(cell).not.toHaveAttribute('aria-label', before ?? '');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(cell).toHaveAttribute('aria-label', before ?? '');
  await cell.focus();
  await page.keyboard.press('Enter');
  await expect(cell).not.toHaveAttribute('aria-label', before ?? '');
});
