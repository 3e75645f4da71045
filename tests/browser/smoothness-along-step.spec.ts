import type { Page } from '@playwright/test';
import { embed, expect, openFigure, resultOf, test } from './support.ts';

const PATH = '/en/embed/smoothness-along-step/';

const cellsOf = (page: Page, name: string) =>
  page.getByRole('row').filter({ hasText: name }).getByRole('cell').allTextContents();

test('on WebGL a line starts at its step, and β is its largest change for the distance', async ({
  page,
}) => {
  const frame = await embed(page, PATH);
  await frame.request('setState', { compare: 'shaken', reach: 0.1, depth: 3 });
  await frame.request('run', { short: true });
  const { losses, lineLosses, gradientChanges, gradientLengths, smoothness } =
    await resultOf(frame);
  const [runs, looks, points] = lineLosses.shape;
  expect([runs, looks]).toEqual(smoothness.shape);
  smoothness.data.forEach((beta, line) => {
    const length = gradientLengths.data[line];
    const at = (array: number[]) => array.slice(line * points, (line + 1) * points);
    const stepSizes = at(lineLosses.data).map((_, point) => 0.15 * 0.1 * 2 ** ((point - 6) / 2));
    const ratios = at(gradientChanges.data).map((change, point) => change / stepSizes[point]);
    expect(beta).toBeCloseTo(Math.max(...ratios) / length, 2);
    const fall = losses.data[line] - at(lineLosses.data)[0];
    expect(fall / (stepSizes[0] * length ** 2)).toBeCloseTo(1, 1);
  });
});

test('a place on the line and a step are pointed out, and say where their numbers come from', async ({
  page,
}) => {
  await openFigure(page, PATH);
  const caption = page.locator('caption').first();
  await expect(caption).toHaveText('Step 36, η = 1 × 0.15');
  await page.getByRole('button', { name: '2.83', exact: true }).press('Enter');
  await expect(caption).toHaveText('Step 36, η = 2.83 × 0.15');
  const plot = page.getByRole('img', { name: /^At every measured step, the effective/ });
  const box = await plot.boundingBox();
  if (!box) throw new Error('no plot');
  await page.mouse.click(box.x + box.width * 0.75, box.y + box.height / 2);
  await expect(caption).not.toHaveText(/Step 36/);
  for (const text of (await cellsOf(page, 'for the distance')).filter((cell) => cell !== '')) {
    const [change, stepSize, length, ratio] = text.match(/[\d.]+/g)?.map(Number) ?? [];
    expect(change / (stepSize * length) / ratio).toBeCloseTo(1, 1);
  }
  const [, start] = await cellsOf(page, 'loss at the start');
  const [, predicted] = await cellsOf(page, 'first order');
  expect(Number(predicted.replace('−', '-'))).toBeLessThan(Number(start));
});

test('a run that is lost says so, and the other one is measured on', async ({ page }) => {
  await openFigure(page, `${PATH}?v=1&rate=10&steps=12&depth=3&width=8`);
  await page.locator('.run-bar .run').click();
  await expect(page.locator('.run-bar')).toHaveAttribute('data-status', 'at-rest', {
    timeout: 80_000,
  });
  await expect(page.getByText(/^no norm is lost at step \d+: the loss is beyond/)).toBeVisible();
  const betas = await cellsOf(page, 'effective β-smoothness');
  expect(Number(betas.at(-1))).toBeGreaterThan(0);
});
