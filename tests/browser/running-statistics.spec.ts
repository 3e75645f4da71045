import type { Page } from '@playwright/test';
import { expect, openFigure, test, waitForFigure } from './support.ts';

const PATH = '/en/embed/running-statistics/';

/** The numbers of a formula line: what goes in, and what comes out. */
async function numbersOf(page: Page, line: number): Promise<{ sum: string; result: number }> {
  const text = (await page.locator('.formulas .in-numbers').nth(line).textContent()) ?? '';
  const [sum, result] = text.replaceAll('−', '-').split(' = ');
  return { sum, result: Number(result) };
}

test('each step keeps the rule in its numbers, in the conventions of both libraries', async ({
  page,
}) => {
  await openFigure(page, PATH);
  for (const [library, old, fresh] of [
    ['PyTorch', 0.9, 0.1],
    ['Keras', 0.99, 0.01],
  ] as const) {
    await page.getByLabel('defaults of').selectOption(library);
    await waitForFigure(page);
    const { sum, result } = await numbersOf(page, 0);
    const [, before, , batch] = (sum.match(/[\d.]+/g) ?? []).map(Number);
    expect(sum.startsWith(`${old.toFixed(3)} · `)).toBe(true);
    expect(result).toBeCloseTo(old * before + fresh * batch, 2);
  }
});

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
