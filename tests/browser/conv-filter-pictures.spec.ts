import { cell, grid, PATH } from './conv-filter-page.ts';
import { expect, openFigure, test } from './support.ts';

test.beforeEach(async ({ page }) => openFigure(page, PATH));

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
