import { cellIn, expect, exampleQueries, openFigure, test, waitForFigure } from './support.ts';

const PATH = '/en/embed/bn-tensor/';

test('three channels of five images of 4 × 4 have statistics over 80 values and 6 learned numbers', async ({
  page,
}) => {
  const { rgb } = await exampleQueries(page, 'bn-tensor');
  await openFigure(page, `${PATH}?${rgb}`);
  await expect(page.locator('.count')).toHaveText(
    '3 pairs of statistics (μ, σ²), each over 5 · 4 · 4 = 80 values. 6 learned numbers (γ, β).',
  );
});

test('the walk goes through the lines, and their numbers are those of the tensor', async ({
  page,
}) => {
  await openFigure(page, PATH);
  const now = page.locator('.line[data-place="now"]');
  await expect(now).toContainText('2 variance');
  await page.locator('.playback .nudge').last().click();
  await expect(now).toContainText('3 normalize');
  await page.locator('.playback .nudge').last().click();
  await expect(now).toContainText('4 scale, shift');
  const y = /= (\S+)$/.exec((await now.textContent()) ?? '')?.[1].replace('−', '-');
  const after = page.getByRole('grid', { name: /^after, image 1, channel 2/ });
  const shown = (await cellIn(after, 0, 0).textContent())?.replace('−', '-');
  expect(Number(y)).toBeCloseTo(Number(shown), 2);
  await page.locator('.playback .nudge').last().click();
  await expect(page.locator('.step')).toContainText('Line 1, channel 3');
});

test('one value a channel is refused beside the sizes, and the last good figure stays', async ({
  page,
}) => {
  await openFigure(page, `${PATH}?v=1&x=1x2x2x1:1,3,10,30`);
  const rows = page.getByLabel('H, rows', { exact: true });
  await rows.fill('1');
  await rows.press('Enter');
  await expect(
    page.getByRole('alert').filter({ hasText: 'every channel needs more than one value' }),
  ).toHaveCount(1);
  await expect(page.locator('.count')).toContainText('over 1 · 2 · 1 = 2 values');
  await rows.fill('2');
  await rows.press('Enter');
  await waitForFigure(page);
  await expect(page.getByText('every channel needs more than one value')).toHaveCount(0);
});
