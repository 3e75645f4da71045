import { expect, openFigure, firstVisit as test, waitForFigure } from './support.ts';
import { probeEngine } from './engine-probe.ts';

const PATH = '/en/embed/conv-filter/';

test('WebGL in the worker computes in 32-bit floats and is checked against the CPU', async ({
  page,
}) => {
  await openFigure(page, PATH, 'webgl');
  await expect(page.locator('.badge')).toContainText(/WebGL · 32-bit · [\d.]+ ms/);
  await expect(page.locator('.badge')).toContainText(/within [\d] × 10⁻[⁵⁶⁷⁸⁹]|equal to the CPU/);
});

test('where WebGL is drawn by software the badge says so; the switch is remembered', async ({
  page,
}) => {
  await openFigure(page, PATH);
  const offer = page.getByRole('button', { name: /^Use (WebAssembly|CPU)/ });
  await expect(offer).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('.badge')).toContainText(
    /drawn by software on this machine \([\d.]+ ms\); \S+ takes [\d.]+ ms/,
  );
  await offer.click();
  await waitForFigure(page, 'wasm');
  await page.reload();
  await waitForFigure(page, 'wasm');
});

for (const backend of ['webgl', 'wasm', 'cpu']) {
  test(`backend=${backend} in a link is obeyed, for training as well`, async ({ page }) => {
    await openFigure(page, `/en/embed/learn-filter/?backend=${backend}`, backend);
    await expect(page.locator('.outcome')).toContainText('Found');
    await page.getByLabel('learning rate', { exact: true }).fill('0.8');
    await page.keyboard.press('Enter');
    await expect(page.locator('.outcome')).toContainText('Diverged: from step');
  });
}

test('a lost context loses nothing: the next edit is answered, by WebGL', async ({ page }) => {
  const engine = await probeEngine(page);
  await openFigure(page, PATH);
  await page.getByLabel('stride', { exact: true }).fill('2');
  await page.keyboard.press('Enter');
  await waitForFigure(page);
  expect(await engine.workerCount()).toBe(1);
  await engine.loseContext();
  await page.getByLabel('padding', { exact: true }).fill('1');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: 'output', exact: true })).toHaveAttribute(
    'aria-rowcount',
    '4',
  );
  await waitForFigure(page);
  await expect(page.getByLabel('stride', { exact: true })).toHaveValue('2');
  expect(await engine.workerCount()).toBe(2);
  expect(await engine.contextCount()).toBe(1);
});

test('a context lost while a run is under way: the run is made again', async ({ page }) => {
  const engine = await probeEngine(page);
  await openFigure(page, '/en/embed/learn-filter/');
  await page.getByLabel('steps', { exact: true }).fill('120');
  await page.keyboard.press('Enter');
  await engine.loseContext();
  await expect(page.locator('.position')).toHaveText('step 4 of 120', { timeout: 60_000 });
  await waitForFigure(page);
});

test('figures that ask at once each get their own answer', async ({ page }) => {
  await openFigure(page, '/en/filtering/');
  await page.locator('#impulse').scrollIntoViewIfNeeded();
  await expect(page.locator('#impulse .badge[data-backend="webgl"]')).toBeVisible({
    timeout: 60_000,
  });
  await page.evaluate(() => {
    for (const [figure, size] of [
      ['window', 12],
      ['impulse', 15],
    ] as const) {
      const labels = Array.from(document.querySelectorAll<HTMLLabelElement>(`#${figure} label`));
      const label = labels.find(({ textContent }) => textContent === 'cells a side');
      const input = label?.parentElement?.querySelector('input');
      if (!input) throw new Error(`no field in ${figure}`);
      for (const value of [size - 3, size - 2, size - 1, size]) {
        input.value = String(value);
        input.dispatchEvent(new Event('change', { bubbles: true }));
      }
    }
  });
  for (const [figure, size] of [
    ['window', 12],
    ['impulse', 15],
  ] as const) {
    const output = page.locator(`#${figure}`).getByRole('grid', { name: 'output', exact: true });
    await expect(output).toHaveAttribute('aria-rowcount', String(size - 2));
  }
});
