import type { Locator, Page } from '@playwright/test';
import { cell, grid, PATH } from './conv-filter-page.ts';
import { expect, openFigure, test } from './support.ts';

const sum = (page: Page): Locator => page.locator('.sum b');

test.beforeEach(async ({ page }) => openFigure(page, PATH));

test('the first picture: the window half-way, nine products, their sum, the cell it fills', async ({
  page,
}) => {
  await expect(grid(page, '9 products').locator('text')).toHaveText([
    '−0.6',
    '0.0',
    '1.0',
    '−2.0',
    '0.0',
    '2.0',
    '−1.0',
    '0.0',
    '1.0',
  ]);
  await expect(sum(page)).toHaveText('0.4');
  await expect(cell(page, 'output', 2, 2)).toContainText('0.4');
  await expect(grid(page, 'output').locator('.pending')).toHaveCount(21);
  await expect(page.getByText('step 15 of 36').first()).toBeVisible();
});

test('play, pause, step and scrub', async ({ page }) => {
  const position = page.locator('.position');
  await page.getByRole('button', { name: 'One step forward' }).click();
  await expect(position).toHaveText('step 16 of 36');
  await page.getByRole('button', { name: 'One step back' }).click();
  await page.getByLabel('Position in the animation').fill('30');
  await expect(position).toHaveText('step 31 of 36');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(position).toHaveText(/step 3[23] of 36/);
  await page.getByRole('button', { name: 'Pause' }).click();
  const stopped = await position.textContent();
  await page.waitForTimeout(700);
  await expect(position).toHaveText(stopped ?? '');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(position).toHaveText('step 36 of 36');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(position).toHaveText(/step [1-4] of 36/);
});

test('pointing at an output cell shows its window, at an input cell what it reaches', async ({
  page,
}) => {
  await page.getByLabel('Position in the animation').fill('35');
  await cell(page, 'output', 0, 5).hover();
  await expect(sum(page)).toHaveText('−1.5');
  await cell(page, 'input', 0, 0).hover();
  await expect(grid(page, 'output').locator('.reached')).toHaveCount(1);
  await cell(page, 'input', 4, 4).hover();
  await expect(grid(page, 'output').locator('.reached')).toHaveCount(9);
});

test('padding is shown around the input, by mode', async ({ page }) => {
  await page.getByLabel('padding', { exact: true }).fill('1');
  await page.keyboard.press('Enter');
  await expect(grid(page, 'input').locator('.padding')).toHaveCount(36);
  await expect(cell(page, 'input', 0, 0)).toContainText('0.0');
  await page.getByLabel('filled with', { exact: true }).selectOption('replicate');
  await expect(cell(page, 'input', 0, 0)).toContainText('0.1');
  await page.getByLabel('filled with', { exact: true }).selectOption('reflect');
  await expect(cell(page, 'input', 0, 4)).toContainText('0.6');
  await expect(grid(page, 'output')).toHaveAttribute('aria-rowcount', '8');
  await page.getByLabel('compare with padding the output').check();
  await expect(page.getByText(/of 64 cells differ/)).toBeVisible();
});

test('an impossible size gets a sentence beside its control; the last good figure stays', async ({
  page,
}) => {
  await page.getByLabel('cells a side', { exact: true }).fill('4');
  await page.keyboard.press('Enter');
  await expect(grid(page, 'output')).toHaveAttribute('aria-rowcount', '2');
  await page.getByLabel('dilation', { exact: true }).fill('3');
  await page.keyboard.press('Enter');
  const sentence = 'kernel spans 7 × 7 cells, more than the padded input, which has 4 × 4.';
  const control = page.locator('.control', { has: page.getByLabel('dilation', { exact: true }) });
  await expect(control.getByText(sentence)).toBeVisible();
  await expect(grid(page, 'output')).toHaveAttribute('aria-rowcount', '2');
  await page.getByLabel('padding', { exact: true }).fill('2');
  await page.keyboard.press('Enter');
  await expect(page.getByText(sentence)).toBeHidden();
  await expect(grid(page, 'output')).toHaveAttribute('aria-rowcount', '2');
  for (const [text, answer] of [
    ['two', '“two” is not a number; padding stays 2.'],
    ['1.5', 'padding must be a whole number; it stays 2.'],
    ['77', 'padding must lie between 0 and 6; it stays 2.'],
  ]) {
    await page.getByLabel('padding', { exact: true }).fill(text);
    await page.keyboard.press('Enter');
    await expect(page.getByText(answer)).toBeVisible();
  }
});

test('the formula says the present numbers, and lights what they stand for', async ({ page }) => {
  await page.getByLabel('stride', { exact: true }).fill('2');
  await page.keyboard.press('Enter');
  await expect(page.locator('.formula')).toContainText('⌊(8 + 2·0 − 1·(3 − 1) − 1) / 2⌋ + 1');
  await expect(page.locator('.formula')).toContainText('= 3');
  await page.locator('.formula [data-part="kernel"]').last().hover();
  await expect(page.locator('section[data-part="kernel"]')).toHaveAttribute('data-lit', '');
});

test('the state of a link opens, and what it cannot use is named', async ({ page }) => {
  await openFigure(page, `${PATH}?v=1&stride=2&padding=99&nonsense=1`);
  await expect(page.getByLabel('stride', { exact: true })).toHaveValue('2');
  await expect(
    page.getByText('The link’s “padding” could not be used; the figure shows its default.'),
  ).toBeVisible();
  await expect(
    page.getByText('The link’s “nonsense” is not known here and was left out.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.locator('.menu-panel textarea').first()).toHaveValue(
    /\/en\/widgets\/conv-filter\/\?v=1&stride=2$/,
  );
});
