import type { Locator, Page } from '@playwright/test';
import { cell, grid, PATH, settled } from './conv-filter-page.ts';
import { expect, openFigure, test } from './support.ts';

test.beforeEach(async ({ page }) => openFigure(page, PATH));

test('typing into a cell convolves anew and shows the window around it', async ({ page }) => {
  await cell(page, 'input', 4, 4).dblclick();
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await settled(page);
  await expect(grid(page, 'output').locator('.pending')).toHaveCount(0);
  await expect(cell(page, 'output', 3, 2)).toContainText('8.4');
  await expect(page.locator('[data-announcement]')).toContainText('row 4, column 4');
});

test('what is not a number gets a sentence beside the matrix, and the cell stays', async ({
  page,
}) => {
  await cell(page, 'input', 0, 0).dblclick();
  await page.keyboard.type('abc');
  await page.keyboard.press('Enter');
  await expect(page.getByText('“abc” is not a number; the cell keeps 0.1.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(cell(page, 'input', 0, 0)).toContainText('0.1');
  await expect(cell(page, 'input', 0, 0)).toBeFocused();
});

test('what is typed replaces a cell’s number, however the cell was opened', async ({ page }) => {
  const weight = cell(page, 'kernel', 0, 2);
  await expect(weight).toHaveText('1');
  await weight.dblclick();
  await page.keyboard.type('23');
  await page.keyboard.press('Enter');
  await expect(weight).toHaveText('23');
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await expect(weight).toHaveText('4');
  for (const [key, text] of [
    ['F2', '5'],
    ['Enter', '67'],
  ]) {
    await page.keyboard.press(key);
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await expect(weight).toHaveText(text);
  }
});

test('dragging paints a stroke, which one undo takes back', async ({ page }) => {
  const from = await cell(page, 'input', 0, 0).boundingBox();
  const to = await cell(page, 'input', 0, 5).boundingBox();
  if (!from || !to) throw new Error('no cells');
  await page.mouse.move(from.x + 9, from.y + 9);
  await page.mouse.down();
  await page.mouse.move(to.x + 9, to.y + 9, { steps: 3 });
  await page.mouse.up();
  for (const column of [0, 1, 2, 3, 4, 5])
    await expect(cell(page, 'input', 0, column)).toContainText('1.0');
  await expect(cell(page, 'input', 0, 6)).toContainText('0.1');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(cell(page, 'input', 0, 0)).toContainText('0.1');
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(cell(page, 'input', 0, 3)).toContainText('1.0');
});

for (const [form, text] of [
  ['CSV', '0,1,0\n1,-4,1\n0,1,0'],
  ['NumPy', 'array([[ 0,  1,  0],\n       [ 1, -4,  1],\n       [ 0,  1,  0]])'],
  ['PyTorch', 'tensor([[ 0.,  1.,  0.],\n        [ 1., -4.,  1.],\n        [ 0.,  1.,  0.]])'],
  ['JSON', '[[0,1,0],[1,-4,1],[0,1,0]]'],
] as const) {
  test(`pasting ${form} text over the kernel`, async ({ page }) => {
    await cell(page, 'kernel', 0, 0).click();
    await paste(page, text);
    await expect(grid(page, 'kernel').locator('text')).toHaveText([
      '0',
      '1',
      '0',
      '1',
      '−4',
      '1',
      '0',
      '1',
      '0',
    ]);
    await expect(page.getByLabel('kernel from', { exact: true })).toHaveValue('laplacian');
  });
}

test('text that is no matrix of a kernel gets a sentence and changes nothing', async ({ page }) => {
  await cell(page, 'kernel', 0, 0).focus();
  for (const [text, sentence] of [
    ['1,2\n3', 'The rows differ in length; nothing was changed.'],
    ['1,x\n3,4', '“x” is not a number; nothing was changed.'],
    [
      Array(9).fill('1 1 1 1 1 1 1 1 1').join('\n'),
      'The matrix is 9 × 9; it must be 1 to 7 cells a side.',
    ],
  ]) {
    await paste(page, text);
    await expect(page.getByText(sentence)).toBeVisible();
  }
  await expect(grid(page, 'kernel').locator('text').first()).toHaveText('−1');
});

test('all of it by keyboard alone', async ({ page }) => {
  const focused = page.locator(':focus');
  const tabTo = async (target: Locator): Promise<void> => {
    for (let presses = 0; presses < 60; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('Tab does not reach it');
  };
  await tabTo(cell(page, 'input', 0, 0));
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
  await expect(focused).toHaveAttribute('aria-label', 'row 3, column 2: 0.6');
  await page.keyboard.press('9');
  await page.keyboard.press('Enter');
  await expect(focused).toHaveAttribute('aria-label', 'row 3, column 2: 9.0');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(focused).toHaveAttribute('aria-label', 'row 3, column 2: 9.1');
  await page.keyboard.press('F2');
  await page.keyboard.press('Escape');
  await expect(focused).toHaveAttribute('aria-label', 'row 3, column 2: 9.1');
  await expect(page.locator('[data-announcement]')).toContainText('now sums to');
  await page.keyboard.press('Control+z');
  await expect(focused).toHaveAttribute('aria-label', 'row 3, column 2: 9.0');
  await tabTo(cell(page, 'kernel', 0, 0));
  await page.keyboard.press('Delete');
  await expect(focused).toHaveAttribute('aria-label', 'row 1, column 1: 0');
  await tabTo(cell(page, 'output', 0, 0));
  await page.keyboard.press('End');
  await expect(page.locator('.products')).toBeVisible();
  await expect(focused).toHaveAttribute('aria-label', /^row 1, column 6: /);
  await tabTo(page.getByLabel('stride', { exact: true }));
  await page.keyboard.press('ArrowUp');
  await expect(page.getByLabel('stride', { exact: true })).toHaveValue('2');
  await tabTo(page.getByLabel('activation', { exact: true }));
  await page.keyboard.press('End');
  await expect(page.getByText('after Mish').first()).toBeVisible();
});

/** Fires a paste at the focused element. */
function paste(page: Page, text: string): Promise<void> {
  return page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

test('a map that gets another size keeps the focus', async ({ page }) => {
  const stride = page.getByLabel('stride', { exact: true });
  await stride.fill('2');
  await stride.press('Enter');
  await settled(page);
  const output = grid(page, 'output');
  const rows = Number(await output.getAttribute('aria-rowcount'));
  await output.locator('[tabindex="0"]').press('ArrowRight');
  await page.keyboard.press('Control+z');
  await settled(page);
  await expect.poll(async () => Number(await output.getAttribute('aria-rowcount'))).not.toBe(rows);
  await expect(output.locator('[tabindex="0"]')).toBeFocused();
});
