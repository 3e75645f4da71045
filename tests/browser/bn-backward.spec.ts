import type { Page } from '@playwright/test';
import { cellIn, embed, expect, openFigure, resultOf, test, waitForFigure } from './support.ts';

const PATH = '/en/embed/bn-backward/';

const gridIn = (page: Page, name: string) => page.getByRole('grid', { name, exact: true });
const numbersOf = (page: Page, name: string) =>
  gridIn(page, name).locator('.cell text').allTextContents();

test('on WebGL the formula equals automatic differentiation, and P has rank m − 2', async ({
  page,
}) => {
  const frame = await embed(page, PATH);
  for (const m of [2, 3, 5, 12]) {
    const x = Array.from({ length: m }, (_, index) => ((7 * index) % 5) + index / 4);
    const g = Array.from({ length: m }, (_, index) => ((5 * index) % 7) - 3);
    await frame.request('setState', { values: `2x${m}:${[...x, ...g].join()}`, gamma: 1.5 });
    const { gradients, matrices, eigenvalues } = await resultOf(frame);
    const [automatic, byFormula] = [1, 2].map((row) =>
      gradients.data.slice(row * m, (row + 1) * m),
    );
    automatic.forEach((value, index) => expect(value).toBeCloseTo(byFormula[index], 5));
    const [jacobian, ofFormula] = [2, 3].map((index) =>
      matrices.data.slice(index * m * m, (index + 1) * m * m),
    );
    jacobian.forEach((value, index) => expect(value).toBeCloseTo(ofFormula[index], 5));
    const left = eigenvalues.data.slice(m);
    left.forEach((value, index) => expect(value).toBeCloseTo(index < 2 ? 0 : 1, 5));
  }
});

test('a gradient is dragged up until all points lie on one line, and nothing passes', async ({
  page,
}) => {
  await openFigure(page, `${PATH}?v=1&values=2x3:1,2,4,1,2,0`);
  const grip = (index: number) =>
    page.getByRole('slider', { name: `gradient at y of value ${index}`, exact: true });
  const [start, second] = await Promise.all([3, 2].map((i) => grip(i).boundingBox()));
  if (!start || !second) throw new Error('no grips');
  const middle = ({ x, y, width, height }: typeof start) => ({
    x: x + width / 2,
    y: y + height / 2,
  });
  await page.mouse.move(middle(start).x, middle(start).y);
  await page.mouse.down();
  await page.mouse.move(middle(start).x, middle(second).y, { steps: 3 });
  await expect(grip(3)).toHaveAttribute('aria-valuenow', '2');
  // The axis stands still meanwhile.
  expect(middle((await grip(2).boundingBox()) ?? second).y).toBeCloseTo(middle(second).y, 0);
  await page.mouse.up();
  for (let press = 0; press < 2; press++) await grip(3).press('PageUp');
  await expect(grip(3)).toHaveAttribute('aria-valuenow', '4');
  await waitForFigure(page);
  await expect(page.locator('.outcome')).toHaveText(
    'All points lie on one straight line: nothing passes.',
  );
  expect((await numbersOf(page, 'gradient ∂L/∂x')).every((text) => Number(text) === 0)).toBe(true);
});

test('an entry of the matrix says where it comes from, and lights its gradient', async ({
  page,
}) => {
  await openFigure(page, PATH);
  await cellIn(gridIn(page, 'matrix P'), 2, 4).hover();
  const entries = page.locator('.entries .in-numbers');
  await expect(entries.nth(0)).toContainText('= 0.5');
  await expect(entries.nth(1)).toHaveText('0 − 1/5 − 0 · 1.5 / 5 = −0.2');
  await cellIn(gridIn(page, 'gradient ∂L/∂x'), 0, 3).hover();
  await expect(entries.nth(0)).toContainText('= −0.25');
});

test('equal values without an ε are refused, and the last good figure stays', async ({ page }) => {
  await openFigure(page, `${PATH}?v=1&values=2x3:5,5,6,1,2,3`);
  const before = await numbersOf(page, 'gradient ∂L/∂x');
  await cellIn(gridIn(page, 'values x'), 0, 2).dblclick();
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await expect(page.locator('.lines').getByText('all values are equal')).toBeVisible();
  expect(await numbersOf(page, 'gradient ∂L/∂x')).toEqual(before);
  await page.getByLabel('ε', { exact: true }).selectOption('1');
  await waitForFigure(page);
  await expect(page.getByText('all values are equal')).toHaveCount(0);
  expect(await numbersOf(page, 'gradient ∂L/∂x')).toEqual(['−1', '0', '1']);
});
