import { expect, openFigure, test } from './support.ts';

const PATH = '/en/embed/activation-gain/';

test('the table chooses and sorts, a row of the chart chooses a sample', async ({ page }) => {
  await openFigure(page, PATH);
  const table = page.locator('.all');
  const names = table.locator('tbody th');
  await expect(names.first()).toHaveText('identity');
  await table.getByRole('button', { name: 'γ', exact: true }).click();
  await expect(names.last()).toHaveText('sigmoid');
  await expect(table.getByRole('columnheader', { name: 'γ', exact: true })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await table.getByRole('button', { name: 'SELU' }).press('Enter');
  await expect(table.getByRole('row', { name: /^SELU/ })).toHaveClass('chosen');
  await expect(page.getByText('γ changes nothing')).toBeVisible();
  await page.locator('.funnel .row').last().click();
  await expect(page.getByRole('columnheader', { name: 'n = 65,536' })).toBeVisible();
});
