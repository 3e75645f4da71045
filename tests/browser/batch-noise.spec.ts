import type { Page } from '@playwright/test';
import { expect, openFigure, test, waitForFigure } from './support.ts';

const PATH = '/en/embed/batch-noise/';

/** Theory's numbers in the row of a batch size: of the mean, the variance, its spread. */
async function theoryOf(page: Page, size: number): Promise<number[]> {
  const cells = page.locator(`.doublings tr[data-size="${size}"] .by-theory`);
  return (await cells.allTextContents()).map(Number);
}

test('the table holds the closed values, and each measurement stands beside its own', async ({
  page,
}) => {
  await openFigure(page, `${PATH}?v=1&table=1`);
  const expected: Readonly<Record<number, readonly number[]>> = {
    2: [0.7071, 0.5, 0.7071],
    4: [0.5, 0.75, 0.6124],
    16: [0.25, 0.9375, 0.3423],
    32: [0.1768, 0.96875, 0.2461],
    64: [0.125, 0.98438, 0.1754],
    256: [0.0625, 0.99609, 0.0882],
  };
  for (const [size, values] of Object.entries(expected)) {
    const shown = await theoryOf(page, Number(size));
    values.forEach((value, index) => expect(shown[index]).toBeCloseTo(value, 4));
  }
  const apart = await page.locator('.comparisons td:last-child').allTextContents();
  expect(apart.slice(-3).every((text) => Number(text) < 4)).toBe(true);
});

test('pressing the second plot chooses a batch size, down to what has statistics', async ({
  page,
}) => {
  await openFigure(page, PATH);
  const plot = page.getByRole('img', { name: /Standard deviation of the mean/ });
  const size = page.getByLabel('images, N', { exact: true });
  const box = await plot.boundingBox();
  if (!box) throw new Error('The plot is not there');
  const press = (power: number) =>
    plot.click({
      position: { x: ((40 + (302 * power) / 8) / 360) * box.width, y: box.height / 2 },
    });
  await press(6);
  await waitForFigure(page);
  await expect(size).toHaveValue('64');
  await press(0.1);
  await waitForFigure(page);
  await expect(size).toHaveValue('2');
  await size.fill('1');
  await size.press('Enter');
  await expect(
    page.getByText('in training every channel needs more than one value').first(),
  ).toBeVisible();
});
