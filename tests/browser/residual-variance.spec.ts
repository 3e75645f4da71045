import type { Page } from '@playwright/test';
import { expect, openFigure, test, waitForFigure } from './support.ts';

const PATH = '/en/embed/residual-variance/';

/** What a row of the sum has under skip, branch, shared and after, without the law's numbers. */
async function rowOf(page: Page, name: string): Promise<number[]> {
  const cells = page.locator(`.ledger tr.${name} td`);
  const texts = await cells.evaluateAll((all) => all.map((cell) => cell.firstChild?.textContent));
  return texts.map((text) => Number((text ?? '').replace('−', '-')));
}

const caption = (page: Page) => page.locator('.ledger caption');

test('the sum adds up along its rows and down its columns', async ({ page }) => {
  await openFigure(page, PATH);
  const [variance, mean, square] = [
    await rowOf(page, 'variance'),
    await rowOf(page, 'squaredMean'),
    await rowOf(page, 'meanSquare'),
  ];
  for (const [skip, branch, shared, after] of [variance, mean, square]) {
    expect(Math.abs(skip + branch + shared - after)).toBeLessThan(0.012);
  }
  square.forEach((sum, at) => expect(Math.abs(variance[at] + mean[at] - sum)).toBeLessThan(0.0065));
});

test('BN first: a branch of 0.68 variance and 0.32 squared mean; BN last: of variance 1', async ({
  page,
}) => {
  await openFigure(page, `${PATH}?width=256`);
  expect(Math.abs((await rowOf(page, 'variance'))[1] - 0.682)).toBeLessThan(0.05);
  // One mean a unit: of 256 squares, their mean strays by 0.028.
  expect(Math.abs((await rowOf(page, 'squaredMean'))[1] - 0.318)).toBeLessThan(0.1);
  await page.getByRole('button', { name: 'ReLU → BN → W', exact: true }).click();
  await waitForFigure(page);
  expect(Math.abs((await rowOf(page, 'variance'))[1] - 1)).toBeLessThan(0.05);
  expect((await rowOf(page, 'squaredMean'))[1]).toBe(0);
});

test('a row that is pointed at is spoken of, until the pointer leaves; one that is pressed stays', async ({
  page,
}) => {
  await openFigure(page, PATH);
  await expect(caption(page)).toHaveText('Block 10 adds up');
  const rows = page.locator('.inputs svg');
  const box = await rows.boundingBox();
  if (!box) throw new Error('no panel');
  const place = { x: box.width / 3, y: box.height * 0.12 };
  await rows.hover({ position: place });
  await expect(caption(page)).toHaveText(/^Block (19|20) adds up$/);
  await page.mouse.move(0, 0);
  await expect(caption(page)).toHaveText('Block 10 adds up');
  await rows.click({ position: place });
  await page.mouse.move(0, 0);
  await expect(caption(page)).toHaveText(/^Block (19|20) adds up$/);
});

test('the row moves by keys', async ({ page }) => {
  await openFigure(page, PATH);
  const handle = page.getByRole('slider', { name: 'block', exact: true });
  await handle.focus();
  await handle.press('ArrowUp');
  await expect(caption(page)).toHaveText('Block 11 adds up');
  await handle.press('End');
  await expect(caption(page)).toHaveText('Block 20 adds up');
  await expect(handle).toHaveAttribute('aria-valuetext', /block 20 makes \d\.\d%/);
  await handle.press('ArrowUp');
  await handle.press('PageDown');
  await expect(caption(page)).toHaveText('Block 10 adds up');
  await handle.press('Home');
  await expect(caption(page)).toHaveText('Block 1 adds up');
});

test('s is dragged by the mark of the branches', async ({ page }) => {
  await openFigure(page, `${PATH}?kind=skip-init`);
  const grip = page.getByRole('slider', { name: 's of every branch' });
  const box = await grip.boundingBox();
  if (!box) throw new Error('no grip');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y, { steps: 4 });
  await page.mouse.up();
  await waitForFigure(page);
  expect(Number(await grip.getAttribute('aria-valuenow'))).toBeGreaterThan(0.2);
  const [, branch] = await rowOf(page, 'meanSquare');
  expect(branch).toBeGreaterThan(0.03);
});
