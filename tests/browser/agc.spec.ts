import type { Page } from '@playwright/test';
import { cellIn, embed, expect, openFigure, resultOf, test, waitForFigure } from './support.ts';

const PATH = '/en/embed/agc/';

const gridIn = (page: Page, name: string) => page.getByRole('grid', { name, exact: true });
const handle = (page: Page, name: string) => page.getByRole('slider', { name, exact: true });
const numbersOf = (page: Page, name: string) =>
  gridIn(page, name).locator('.cell text').allTextContents();

/** The middle of a handle on the page. */
async function middleOf(page: Page, name: string) {
  const box = await handle(page, name).boundingBox();
  if (!box) throw new Error(`no handle “${name}”`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('on WebGL four orders of magnitude are cut to what the published code gives', async ({
  page,
}) => {
  const frame = await embed(page, PATH);
  await frame.request('setState', {
    weights: '4x2:3,4,0,0,0.6,0.8,1e-4,0',
    gradients: '4x2:0.3,0.4,3e-4,4e-4,0.003,0.004,3e-6,4e-6',
  });
  const { adaptive, factors } = await resultOf(frame);
  const expected = [0.03, 0.04, 6e-6, 8e-6, 0.003, 0.004, 3e-6, 4e-6];
  adaptive.data.forEach((value, index) => expect(value / expected[index]).toBeCloseTo(1, 5));
  [0.1, 0.02, 1, 1].forEach((scale, index) => expect(factors.data[index]).toBeCloseTo(scale, 6));
});

test('a gradient that is dragged out of its disc is cut back to it; the others do not care', async ({
  page,
}) => {
  await openFigure(page, `${PATH}?v=1&lambda=0.004`);
  const before = await numbersOf(page, 'G′, after adaptive clipping');
  const tip = 'gradient of unit 2';
  const start = await middleOf(page, tip);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 8, start.y - 6, { steps: 3 });
  // The panel stands still meanwhile.
  const held = await middleOf(page, tip);
  expect(Math.hypot(held.x - start.x - 8, held.y - start.y + 6)).toBeLessThan(3);
  await page.mouse.up();
  await waitForFigure(page);
  const after = await numbersOf(page, 'G′, after adaptive clipping');
  expect([...after.slice(0, 2), ...after.slice(4)]).toEqual([
    ...before.slice(0, 2),
    ...before.slice(4),
  ]);
  await expect(page.locator('.formulas')).toContainText('> λ = 0.004');
  await page.getByRole('button', { name: 'Undo' }).click();
  await waitForFigure(page);
  await expect(gridIn(page, 'gradients G').locator('.cell text').nth(2)).toHaveText('0.004');
});

test('arrow keys move an arrow, its length along the axis, and λ', async ({ page }) => {
  await openFigure(page, PATH);
  const tip = handle(page, 'weights of unit 1');
  await tip.press('ArrowRight');
  await expect(tip).toHaveAttribute('aria-valuetext', /^3\.1 and 4, length 5\.06$/);
  const length = handle(page, 'length of the gradient of unit 2, in lengths of its weights');
  for (let press = 0; press < 8; press++) await length.press('ArrowRight');
  await waitForFigure(page);
  await expect(page.locator('.outcome')).toContainText('units 1, 2, 3');
  await handle(page, 'λ on the axis').press('PageUp');
  await waitForFigure(page);
  await expect(page.locator('.outcome')).toContainText('cuts back only');
  await expect(page.getByRole('textbox', { name: 'λ', exact: true })).toHaveValue('0.02');
});

test('a cell says where its unit’s numbers come from, and tiny numbers can be typed', async ({
  page,
}) => {
  await openFigure(page, PATH);
  await cellIn(gridIn(page, 'G″, after global clipping'), 2, 0).hover();
  const numbers = page.locator('.formulas .in-numbers');
  await expect(numbers.nth(1)).toHaveText('√(0.0012² + 0.0016²) / 0.01 = 0.2 > λ = 0.01');
  await cellIn(gridIn(page, 'gradients G'), 3, 1).dblclick();
  await page.keyboard.type('4e-5');
  await page.keyboard.press('Enter');
  await waitForFigure(page);
  await expect(page.locator('.outcome')).toContainText('units 1, 3, 4');
  await cellIn(gridIn(page, 'gradients G'), 3, 1).press('Shift+ArrowUp');
  await waitForFigure(page);
  await expect(gridIn(page, 'gradients G').locator('.cell text').nth(7)).toHaveText('4.1e−5');
});
