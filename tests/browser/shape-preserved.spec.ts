import { sketched } from './challenges/shape-preserved.ts';
import { expect, openFigure, test, waitForFigure } from './support.ts';

const PATH = '/en/embed/shape-preserved/';

test('dragging across the bars draws another distribution, whose shape is kept as well', async ({
  page,
}) => {
  await openFigure(page, PATH);
  const row = (name: string) => page.locator(`.moments .${name} td`);
  const before = await row('skewness').nth(0).textContent();
  await sketched([
    [0.25, 1],
    [5.25, 3],
    [9.75, 10],
  ])(page.locator('body'));
  await waitForFigure(page);
  await expect(page.getByLabel('drawn from', { exact: true })).toHaveValue('sketch');
  await expect(row('skewness').nth(0)).not.toHaveText(before ?? '');
  expect(Number((await row('skewness').nth(0).textContent())?.replace('−', '-'))).toBeLessThan(0);
  for (const name of ['skewness', 'kurtosis']) {
    await expect(row(name).nth(1)).toHaveText((await row(name).nth(0).textContent()) ?? '');
    await expect(row(name).nth(2)).toHaveText('0.0000');
  }
  await expect(row('variance').nth(1)).toHaveText('1.00');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByLabel('drawn from', { exact: true })).toHaveValue('exponential');
});

test('bars answer to keys; a sketch without any is refused, and the last sample stays', async ({
  page,
}) => {
  await openFigure(
    page,
    `${PATH}?v=1&distribution=sketch&sketch=20:0,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0`,
  );
  const bars = page.getByRole('slider', { name: /^bar/ });
  await expect(page.locator('.sketch [tabindex="0"]')).toHaveCount(1);
  await bars.first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(bars.nth(2)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(page.getByText('zero throughout')).toBeVisible();
  await expect(page.locator('.moments .variance td').nth(1)).toHaveText('1.00');
  await page.keyboard.press('PageUp');
  await expect(bars.nth(2)).toHaveAttribute('aria-valuenow', '2');
  await expect(page.getByText('zero throughout')).toHaveCount(0);
});
