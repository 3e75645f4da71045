import { expect, openFigure, test, waitForFigure } from './support.ts';

const PATH = '/en/embed/batch-noise/';

test('pressing the second plot chooses a batch size, down to what has statistics', async ({
  page,
}) => {
  await openFigure(page, PATH);
  const plot = page.getByRole('img', { name: /Standard deviation of the mean/ });
  const size = page.getByLabel('images, N', { exact: true });
  const box = await plot.boundingBox();
  if (!box) throw new Error('The plot is not there');
  const press = (power: number) =>
    plot.click({
      position: { x: ((40 + (302 * power) / 8) / 360) * box.width, y: box.height / 2 },
    });
  await press(6);
  await waitForFigure(page);
  await expect(size).toHaveValue('64');
  await press(0.1);
  await waitForFigure(page);
  await expect(size).toHaveValue('2');
  await size.fill('1');
  await size.press('Enter');
  await expect(
    page.getByText('in training every channel needs more than one value').first(),
  ).toBeVisible();
});
