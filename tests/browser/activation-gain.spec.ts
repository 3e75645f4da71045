import { solutions } from './challenges/activation-gain.ts';
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

test('of a sample of 1,024 numbers, about one bar in twenty misses: that of seed 21', async ({
  page,
}) => {
  await openFigure(page, PATH);
  const figure = page.locator('.widget');
  const gain = figure.getByRole('row', { name: /^γ / });
  const { tempting, right } = solutions.missed;
  await expect(gain).not.toHaveClass('miss');
  for (const deed of tempting) await deed(figure);
  await expect(gain).toHaveClass('miss');
  for (const deed of right) await deed(figure);
  await expect(figure.getByRole('columnheader', { name: 'n = 1,024' })).toBeVisible();
  await expect(gain).toHaveClass('miss');
});
