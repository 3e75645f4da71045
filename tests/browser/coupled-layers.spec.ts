import type { FrameLocator, Locator, Page } from '@playwright/test';
import { embed, expect, openFigure, test, waitForFigure } from './support.ts';

const PATH = '/en/embed/coupled-layers/';

const open = (page: Page, query: string): Promise<void> => openFigure(page, `${PATH}?v=1${query}`);

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A number as the figure prints it: with a real minus sign, perhaps times a power of ten. */
function numberOf(text: string): number {
  const [factor, power = ''] = text.replaceAll('−', '-').trim().split(' × 10');
  const exponent = [...power]
    .map((digit) => (digit === '⁻' ? '-' : superscripts.indexOf(digit)))
    .join('');
  return Number(`${factor}e${exponent || 0}`);
}

const read = async (locator: Locator): Promise<number> =>
  numberOf((await locator.textContent()) ?? '');

/** Holds a number to all digits of a decimal that was printed elsewhere. */
function expectDigits(value: number, printed: string): void {
  const [mantissa, exponent = '0'] = printed.split('e');
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  const half = 0.5 * 10 ** (Number(exponent) - decimals);
  expect(Math.abs(value - Number(printed)), `${value} for ${printed}`).toBeLessThanOrEqual(
    half * (1 + 1e-9),
  );
}

type Root = Page | FrameLocator;

/** Before, promised, true and apart, of the plain chain or of the normalized one. */
const outcome = (root: Root, row: 'output' | 'norm-output' = 'output') =>
  root.locator(`.outcomes tr[data-part="${row}"] td`);

const first = (root: Root) => root.locator('.first-order .in-numbers');

const lengthField = (page: Page) =>
  page.getByRole('textbox', { name: 'ε, length of the step', exact: true });

const equal = (layers: number, weight: number): string =>
  `1x${layers}:${Array<number>(layers).fill(weight).join(',')}`;

/** One page for many states of the figure. */
async function openStates(page: Page) {
  const embedded = await embed(page, PATH);
  const { params: defaults } = await embedded.request('getState');
  return {
    figure: page.frameLocator('#frame'),
    async show(changes: Readonly<Record<string, string>>): Promise<void> {
      const answer = await embedded.request('setState', { ...(defaults as object), ...changes });
      expect(answer).toMatchObject({ notes: [] });
    },
  };
}

test('the reference chain, to all digits of FACTS 3.11', async ({ page }) => {
  const { figure, show } = await openStates(page);
  for (const [epsilon, promised, truth] of [
    ['0.01', '2.6352', '2.641733'],
    ['0.1', '.4320', '1.0254385'],
    ['0.3', '-4.464', '-.1947230'],
  ]) {
    await show({ epsilon });
    await expect(first(figure)).toContainText(`2.88 − ${epsilon} · 24.48 = `);
    expectDigits(await read(outcome(figure).nth(1)), promised);
    expectDigits(await read(outcome(figure).nth(2)), truth);
  }
  await show({ epsilon: '0.01' });
  await expect(outcome(figure).nth(0)).toHaveText('2.88');
  await expect(first(figure)).toHaveText('2.88 − 0.01 · 24.48 = 2.6352');
  const orders = figure.locator('.orders-table tr[data-order]');
  for (const [index, printed] of ['-.2448', '.0066014', '-6.909e-5', '2.389e-7'].entries()) {
    expectDigits(await read(orders.nth(index).locator('td').first()), printed);
  }
});

test('deep chains, to all digits of FACTS 3.11', async ({ page }) => {
  const { figure, show } = await openStates(page);
  for (const [layers, weight, length] of [
    [3, 1, '.0333'],
    [30, 1, '.0033'],
    [30, 0.8, '1392'],
    [30, 1.2, '8.5e-8'],
  ] as const) {
    await show({ weights: equal(layers, weight) });
    const sentence = (await figure.locator('.tenth').textContent()) ?? '';
    expectDigits(numberOf(/ε = (.+?)\. In truth/.exec(sentence)?.[1] ?? ''), length);
  }
  // The last of these has the step ε = 0.01, far too long for it.
  const before = await read(outcome(figure).nth(0));
  expectDigits(before, '237.376');
  expectDigits((await read(outcome(figure).nth(2))) - before, '-237.38');
  const firstOrder = figure.locator('.orders-table tr[data-order="1"] td').first();
  expectDigits(await read(firstOrder), '-11739');
});

test('the first-order step can be taken: ε is shown in its digits, and the chain takes it', async ({
  page,
}) => {
  await open(page, `&weights=${equal(30, 1.2)}`);
  await page.getByRole('button', { name: 'take this step' }).click();
  await waitForFigure(page);
  await expect(lengthField(page)).toHaveValue('8.52e-8');
  expectDigits(await read(outcome(page).nth(2)), '237.27633');
  await expect(page.locator('.outcome')).toContainText('nearly do what each one promised');
});

test('layers move one after another along the timeline', async ({ page }) => {
  await open(page, '&epsilon=0.3&step=0');
  expect(await read(outcome(page).nth(2))).toBe(2.88);
  const truth: number[] = [];
  for (let step = 1; step <= 4; step++) {
    await page.getByRole('button', { name: 'One step forward' }).click();
    await expect(page.locator('line.deed')).toHaveCount(step);
    truth.push(await read(outcome(page).nth(2)));
  }
  expectDigits(truth[0], '1.77408');
  expectDigits(truth[1], '-0.620928');
  expectDigits(truth[3], '-0.194723');
});

test('weights and ε are dragged, and moved by the keyboard', async ({ page }) => {
  await open(page, '');
  const weight = page.getByRole('slider', { name: 'weight 2', exact: true });
  await weight.focus();
  await page.keyboard.press('ArrowUp');
  await expect(weight).toHaveAttribute('aria-valuetext', '0.85');
  await waitForFigure(page);
  const box = await weight.boundingBox();
  if (!box) throw new Error('There is no weight 2');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 - 20, { steps: 4 });
  await page.mouse.up();
  await waitForFigure(page);
  const now = Number(await weight.getAttribute('aria-valuenow'));
  expect(now).toBeGreaterThan(1);
  expect(await read(outcome(page).nth(0))).toBeCloseTo(1.5 * now * 1.2 * 2, 4);

  const length = page.getByRole('slider', { name: 'ε, length of the step' });
  await length.focus();
  await page.keyboard.press('PageUp');
  await waitForFigure(page);
  await expect(first(page)).toContainText('− 0.03 ·');
});

test('with batch normalization the layers below do nothing to the output', async ({ page }) => {
  await open(page, '&epsilon=0.1');
  await page.getByRole('button', { name: 'with batch normalization', exact: true }).click();
  await waitForFigure(page);
  const deeds = page.locator('tr[data-part="norm-deed"] td');
  const texts = (await deeds.allTextContents()).filter((text) => text !== '');
  expect(texts).toEqual(['0.000', '0.000', '0.000', '−0.150']);
  const [, promised, truth] = await Promise.all(
    [0, 1, 2].map((index) => read(outcome(page, 'norm-output').nth(index))),
  );
  expect(Math.abs(truth - promised)).toBeLessThan(3e-4);
  await expect(page.locator('.outcome')).toContainText('does what it promises');
});

test('ReLU below: mean and deviation stay, skewness and kurtosis move', async ({ page }) => {
  await open(page, '&epsilon=0.05&beside=relu-norm');
  const statistic = async (name: string): Promise<number[]> => {
    const cells = page.locator(`.shape tr[data-part="${name}"] td`);
    return (await cells.allTextContents()).slice(2).map(numberOf);
  };
  expect(await statistic('mean')).toEqual([0, 0]);
  expect(await statistic('deviation')).toEqual([1, 1]);
  for (const name of ['skewness', 'kurtosis']) {
    const [before, after] = await statistic(name);
    expect(Math.abs(after - before)).toBeGreaterThan(0.2);
  }
});

test('a chain that leaves float32 is refused, beside what led there', async ({ page }) => {
  await open(page, `&weights=${equal(30, 2)}&epsilon=0`);
  await lengthField(page).fill('2000');
  await lengthField(page).press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: '3.4 × 10³⁸' })).toHaveCount(1);
});
