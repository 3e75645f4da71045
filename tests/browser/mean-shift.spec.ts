import { expect, test } from '@playwright/test';
import { strings } from '../../components/widgets/mean-shift/strings.ts';
import { openFigure } from './support.ts';

const { en } = strings;

test('mean-shift: a dot that is pressed is looked at, an input that is pointed at says what it pushes', async ({
  page,
}) => {
  await openFigure(page, '/en/embed/mean-shift/');
  const figure = page.locator('.mean-shift');
  const said = figure.locator('.lens > .outcome b');
  await expect(said).toContainText('Channel 2 after layer 3');
  const strip = figure.locator('.strip svg').nth(1);
  const { width = 0, height = 0 } = (await strip.boundingBox()) ?? {};
  // The outermost channel after the weights of the last layer.
  await strip.click({ position: { x: width * 0.97, y: height - 2 } });
  await expect(said).toContainText(`after layer 8, ${en['order.batch']}`);

  const grid = figure.getByRole('grid', { name: en.inputMean, exact: true });
  await grid.locator('[role="gridcell"]').nth(6).hover();
  await expect(figure.locator('.sums')).toContainText('Input 7 pushes by');
  await expect(figure.locator('.grids .mark')).toHaveCount(3);
});

test('mean-shift: a sum of 0 takes a channel back to about 0, and what is measured says the same', async ({
  page,
}) => {
  await openFigure(page, '/en/embed/mean-shift/');
  const figure = page.locator('.mean-shift');
  const sum = figure.getByLabel(en.setSum, { exact: true });
  await sum.fill('0');
  await sum.press('Enter');
  await expect(figure.getByText(en.own)).toBeVisible();
  const formula = await figure.locator('.formula').innerText();
  const [stated, measured] = formula
    .replaceAll('−', '-')
    .match(/-?\d+\.\d+/g)
    ?.map(Number) as number[];
  expect(Math.abs(stated)).toBeLessThan(0.03);
  expect(Math.abs(stated - measured)).toBeLessThan(0.0015);
});
