import type { Locator, Page } from '@playwright/test';
import { expect, openFigure, test } from './support.ts';

const PATH = '/en/embed/conv-filter/';

const grid = (page: Page, name: string): Locator => page.getByRole('grid', { name, exact: true });
const cell = (page: Page, name: string, row: number, column: number): Locator =>
  grid(page, name).locator(`[data-cell="${row},${column}"]`);
const sum = (page: Page): Locator => page.locator('.sum b');
const settled = (page: Page): Promise<void> =>
  expect(page.locator('.badge')).toHaveAttribute('aria-busy', 'false');

test.beforeEach(async ({ page }) => openFigure(page, PATH));

test('the first picture: the window half-way, nine products, their sum, the cell it fills', async ({
  page,
}) => {
  await expect(grid(page, '9 products').locator('text')).toHaveText([
    '−0.6',
    '0.0',
    '1.0',
    '−2.0',
    '0.0',
    '2.0',
    '−1.0',
    '0.0',
    '1.0',
  ]);
  await expect(sum(page)).toHaveText('0.4');
  await expect(cell(page, 'output', 2, 2)).toContainText('0.4');
  await expect(grid(page, 'output').locator('.pending')).toHaveCount(21);
  await expect(page.getByText('step 15 of 36').first()).toBeVisible();
});

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

/** Fires a paste at the focused element. */
function paste(page: Page, text: string): Promise<void> {
  return page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

test('a picture dropped on the figure becomes the image; another file does not', async ({
  page,
}) => {
  const drop = (name: string, type: string, source: string): Promise<void> =>
    page.evaluate(
      async ([fileName, fileType, address]) => {
        const blob = await (await fetch(address)).blob();
        const transfer = new DataTransfer();
        transfer.items.add(new File([blob], fileName, { type: fileType }));
        const target = document.querySelector('[data-widget]');
        target?.dispatchEvent(
          new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
        );
      },
      [name, type, source],
    );
  const half =
    '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"><rect width="40" height="80"/></svg>';
  await drop('half.svg', 'image/svg+xml', `data:image/svg+xml,${encodeURIComponent(half)}`);
  await expect(cell(page, 'input', 3, 0)).toContainText('0');
  await expect(cell(page, 'input', 3, 7)).toContainText('1');
  await expect(cell(page, 'output', 0, 2)).toContainText('4.0');
  await drop('notes.txt', 'text/plain', 'data:text/plain,hello');
  await expect(
    page.getByText('That file is not a picture that this browser can read; nothing was changed.'),
  ).toBeVisible();
  await expect(cell(page, 'input', 3, 7)).toContainText('1');
});

test('PNG, JPEG and WebP files are read and resampled to the cells asked for', async ({ page }) => {
  await page.getByLabel('cells a side', { exact: true }).fill('16');
  await page.keyboard.press('Enter');
  for (const type of ['png', 'jpeg', 'webp']) {
    const buffer = await page.evaluate(async (format) => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 160;
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.fillStyle = '#fff';
      context.fillRect(0, 0, 160, 160);
      context.fillStyle = '#000';
      context.fillRect(0, 0, 160, 80);
      const blob = await new Promise<Blob | null>((resolve) =>
        canvas.toBlob(resolve, `image/${format}`),
      );
      return Array.from(new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer()));
    }, type);
    await page.getByRole('button', { name: 'Picture …' }).click();
    await page.locator('input[type="file"]').setInputFiles({
      name: `half.${type}`,
      mimeType: `image/${type}`,
      buffer: Buffer.from(buffer),
    });
    await expect(grid(page, 'input')).toHaveAttribute('aria-rowcount', '16');
    await expect(cell(page, 'input', 2, 2)).toHaveAttribute('style', /--amount: ?0(\.0\d*)?;?$/);
    await expect(cell(page, 'input', 13, 2)).toHaveAttribute('style', /--amount: ?(1|0\.9\d*);?$/);
    await page.getByRole('button', { name: 'Undo' }).click();
  }
});

test('play, pause, step and scrub', async ({ page }) => {
  const position = page.locator('.position');
  await page.getByRole('button', { name: 'One step forward' }).click();
  await expect(position).toHaveText('step 16 of 36');
  await page.getByRole('button', { name: 'One step back' }).click();
  await page.getByLabel('Position in the animation').fill('30');
  await expect(position).toHaveText('step 31 of 36');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(position).toHaveText(/step 3[23] of 36/);
  await page.getByRole('button', { name: 'Pause' }).click();
  const stopped = await position.textContent();
  await page.waitForTimeout(700);
  await expect(position).toHaveText(stopped ?? '');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(position).toHaveText('step 36 of 36');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(position).toHaveText(/step [1-4] of 36/);
});

test('pointing at an output cell shows its window, at an input cell what it reaches', async ({
  page,
}) => {
  await page.getByLabel('Position in the animation').fill('35');
  await cell(page, 'output', 0, 5).hover();
  await expect(sum(page)).toHaveText('−1.5');
  await cell(page, 'input', 0, 0).hover();
  await expect(grid(page, 'output').locator('.reached')).toHaveCount(1);
  await cell(page, 'input', 4, 4).hover();
  await expect(grid(page, 'output').locator('.reached')).toHaveCount(9);
});

test('padding is shown around the input, by mode', async ({ page }) => {
  await page.getByLabel('padding', { exact: true }).fill('1');
  await page.keyboard.press('Enter');
  await expect(grid(page, 'input').locator('.padding')).toHaveCount(36);
  await expect(cell(page, 'input', 0, 0)).toContainText('0.0');
  await page.getByLabel('filled with', { exact: true }).selectOption('replicate');
  await expect(cell(page, 'input', 0, 0)).toContainText('0.1');
  await page.getByLabel('filled with', { exact: true }).selectOption('reflect');
  await expect(cell(page, 'input', 0, 4)).toContainText('0.6');
  await expect(grid(page, 'output')).toHaveAttribute('aria-rowcount', '8');
  await page.getByLabel('compare with padding the output').check();
  await expect(page.getByText(/of 64 cells differ/)).toBeVisible();
});

test('an impossible size gets a sentence beside its control; the last good figure stays', async ({
  page,
}) => {
  await page.getByLabel('cells a side', { exact: true }).fill('4');
  await page.keyboard.press('Enter');
  await expect(grid(page, 'output')).toHaveAttribute('aria-rowcount', '2');
  await page.getByLabel('dilation', { exact: true }).fill('3');
  await page.keyboard.press('Enter');
  const sentence = 'kernel spans 7 × 7 cells, more than the padded input, which has 4 × 4.';
  const control = page.locator('.control', { has: page.getByLabel('dilation', { exact: true }) });
  await expect(control.getByText(sentence)).toBeVisible();
  await expect(grid(page, 'output')).toHaveAttribute('aria-rowcount', '2');
  await page.getByLabel('padding', { exact: true }).fill('2');
  await page.keyboard.press('Enter');
  await expect(page.getByText(sentence)).toBeHidden();
  await expect(grid(page, 'output')).toHaveAttribute('aria-rowcount', '2');
  for (const [text, answer] of [
    ['two', '“two” is not a number; padding stays 2.'],
    ['1.5', 'padding must be a whole number; it stays 2.'],
    ['77', 'padding must lie between 0 and 6; it stays 2.'],
  ]) {
    await page.getByLabel('padding', { exact: true }).fill(text);
    await page.keyboard.press('Enter');
    await expect(page.getByText(answer)).toBeVisible();
  }
});

test('the formula says the present numbers, and lights what they stand for', async ({ page }) => {
  await page.getByLabel('stride', { exact: true }).fill('2');
  await page.keyboard.press('Enter');
  await expect(page.locator('.formula')).toContainText('⌊(8 + 2·0 − 1·(3 − 1) − 1) / 2⌋ + 1');
  await expect(page.locator('.formula')).toContainText('= 3');
  await page.locator('.formula [data-part="kernel"]').last().hover();
  await expect(page.locator('section[data-part="kernel"]')).toHaveAttribute('data-lit', '');
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
  await expect(page.getByText('after hard-swish').first()).toBeVisible();
});

test('the state of a link opens, and what it cannot use is named', async ({ page }) => {
  await openFigure(page, `${PATH}?v=1&stride=2&padding=99&nonsense=1`);
  await expect(page.getByLabel('stride', { exact: true })).toHaveValue('2');
  await expect(
    page.getByText('The link’s “padding” could not be used; the figure shows its default.'),
  ).toBeVisible();
  await expect(
    page.getByText('The link’s “nonsense” is not known here and was left out.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.locator('.menu-panel textarea').first()).toHaveValue(
    /\/en\/widgets\/conv-filter\/\?v=1&stride=2$/,
  );
});
