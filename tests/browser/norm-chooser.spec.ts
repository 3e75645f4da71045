import { expect, test } from '@playwright/test';

test('another case, another ranking, with the rules that decided it', async ({ page }) => {
  await page.goto('/en/widgets/norm-chooser/');
  const first = page.locator('.ranking li').first();
  await expect(first).toHaveAttribute('data-norm', 'batch');
  await page.getByRole('button', { name: 'ResNet kind, detect, segment: GN' }).click();
  await expect(first).toHaveAttribute('data-norm', 'group');
  await page.getByRole('button', { name: '2 GN', exact: true }).click();
  await expect(first.locator('.points b')).toHaveText('+7');
  await first.locator('.because', { hasText: 'batch 2' }).hover();
  await expect(page.locator('[data-rule="bnTwo"]')).toHaveAttribute('data-lit', '');
  await expect(page.locator('[data-rule="bnResnet"]')).not.toHaveAttribute('data-lit', '');
});
