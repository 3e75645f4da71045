import type { Page } from '@playwright/test';
import { expect, openFigure, test } from './support.ts';

const PATH = '/en/embed/sigmoid-regime/';

const share = (page: Page, name: string) =>
  page.getByRole('row', { name: new RegExp(`^${name}`) }).locator('b');

test('normalization pushes the sample into the linear part, and γ pulls it out again', async ({
  page,
}) => {
  await openFigure(page, PATH);
  await expect(share(page, 'linear part')).toHaveText('84.8%');
  await expect(share(page, 'saturated')).toHaveText('0.8%');
  await page.getByRole('button', { name: 'as it comes', exact: true }).click();
  await expect(share(page, 'linear part')).toHaveText('23.4%');
  await expect(share(page, 'saturated')).toHaveText('53.9%');
  await page.getByRole('button', { name: 'with γ and β', exact: true }).click();
  const gamma = page.getByRole('slider', { name: 'γ', exact: true });
  await gamma.focus();
  for (let press = 0; press < 4; press++) await gamma.press('PageUp');
  await expect(gamma).toHaveAttribute('aria-valuenow', '5');
  await expect(share(page, 'saturated')).toHaveText('56.7%');
});
