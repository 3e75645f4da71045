import type { Page } from '@playwright/test';
import { expect, openFigure, test } from './support.ts';

const PATH = '/en/embed/shift-by-gradient/';

const cellsOf = (page: Page, table: number, name: string) =>
  page.locator('table').nth(table).getByRole('row', { name, exact: false }).getByRole('cell');

// With ten seeds: docs/ten-seeds.md.
test('the figure says in how many layers gradients turn more: here in all', async ({ page }) => {
  await openFigure(page, PATH);
  await expect(page.locator('.compared')).toContainText(
    'With BN, against no norm: gradients turn more in 10 of 10 layers',
  );
  await expect(page.getByRole('grid')).toHaveCount(3);
});

test('a layer and a step are pointed at, and give their numbers; a press keeps them', async ({
  page,
}) => {
  await openFigure(page, PATH);
  const caption = page.locator('caption').first();
  await expect(caption).toHaveText('Layer 6, step 18');
  const cell = page.getByRole('grid').first().locator('[role="row"]').nth(1).locator('> *').nth(5);
  const text = await cell.textContent();
  await cell.hover();
  await expect(caption).toHaveText('Layer 3, step 30');
  await expect(cellsOf(page, 0, 'cos(G, G′)').first()).toContainText(text ?? 'a number');
  await caption.hover();
  await expect(caption).toHaveText('Layer 6, step 18');
  await cell.click();
  await caption.hover();
  await expect(caption).toHaveText('Layer 3, step 30');
  await expect(page.getByRole('button', { name: '3', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});
