import type { Page } from '@playwright/test';
import { embed, expect, openFigure, resultOf, test } from './support.ts';

const PATH = '/en/embed/large-batch/';

const map = (page: Page, network: string) =>
  page.getByRole('grid', { name: new RegExp(`^${network}: `) });

const caption = (page: Page) => page.locator('.large-batch caption');

test('on WebGL networks that differ in their rate alone begin alike, and go their own ways', async ({
  page,
}) => {
  const frame = await embed(page, PATH);
  await frame.request('run', { short: true });
  const { losses, accuracies, lost, courses } = await resultOf(frame);
  expect(losses.shape).toEqual([1, 2, 2, 2]);
  expect(courses.shape).toEqual([1, 2, 2, 2, 1]);
  expect(lost.data).toEqual(Array(8).fill(0));
  for (const network of [0, 1]) {
    const row = network * 4;
    // All pictures in one batch: one step, and the loss before it is that of the first numbers.
    expect(courses.data[row + 3]).toBeCloseTo(courses.data[row + 2], 4);
    expect(courses.data[row + 1]).not.toBeCloseTo(courses.data[row], 2);
    expect(losses.data[row + 3]).toBeLessThan(losses.data[row + 2]);
  }
  for (const part of accuracies.data) expect(part * 576).toBeCloseTo(Math.round(part * 576), 3);
});

test('a run is pointed out by hand or by keyboard, and its numbers are those of the maps', async ({
  page,
}) => {
  await openFigure(page, PATH);
  await expect(caption(page)).toContainText('B = 64, η = 4: 2 steps an epoch, 20 in all');
  await map(page, 'no norm').getByRole('gridcell').nth(6).click();
  await expect(caption(page)).toContainText('B = 16, η = 1/16: 8 steps an epoch, 80 in all');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(caption(page)).toContainText('B = 4, η = 1/4: 32 steps an epoch, 320 in all');
  const name = await page.locator(':focus').getAttribute('aria-label');
  const cells = page.locator('.large-batch tbody tr').first().getByRole('cell');
  await expect(cells.first()).toHaveText(/(\d\.\d+)/);
  expect(name).toBe(`batch 4, rate 1/4: ${await cells.first().innerText()}`);
});

test('maps show losses or accuracies, curves go over epochs or over steps', async ({ page }) => {
  await openFigure(page, PATH);
  const last = map(page, 'BN').getByRole('gridcell').last();
  const loss = await last.textContent();
  await page.getByRole('button', { name: 'test accuracy', exact: true }).click();
  await expect(last).not.toHaveText(loss ?? '');
  expect(Number(await last.textContent())).toBeGreaterThan(50);
  const curves = page.locator('.picked svg');
  await expect(curves).toContainText('epochs');
  await page.getByRole('button', { name: 'steps', exact: true }).press('Enter');
  await expect(curves).toContainText('1000');
});
