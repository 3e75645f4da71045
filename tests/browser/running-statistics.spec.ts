import { expect, openFigure, test } from './support.ts';

const PATH = '/en/embed/running-statistics/';

test('the truth is dragged by its end and moved by keys, and the run follows', async ({ page }) => {
  await openFigure(page, PATH);
  const end = page.getByRole('slider', { name: 'mean of the data after 100 batches' });
  await end.focus();
  await page.keyboard.press('PageUp');
  await expect(end).toHaveAttribute('aria-valuenow', '3');
  await expect(page.getByLabel('its drift over 100 batches', { exact: true })).toHaveValue('1');
  const box = await end.boundingBox();
  if (!box) throw new Error('The grip is not there');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 60, { steps: 4 });
  await page.mouse.up();
  expect(Number(await end.getAttribute('aria-valuenow'))).toBeLessThan(3);
  // The batch that is shown has not moved with it.
  await expect(page.locator('.outcome')).toHaveText(/^After batch 10 /);
});
