import type { Page } from '@playwright/test';
import { expect, webglTest as test } from './support.ts';
import { probeEngine } from './engine-probe.ts';

// Small networks: what is looked at here is the run, not what it learns.
const PATH = '/en/embed/layer-drift/?v=1&depth=2&width=8&compare=plain&layer=1';

const bar = (page: Page, status: string) => page.locator(`.run-bar[data-status="${status}"]`);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Opens a figure that has been set up by its link, and starts its run. */
async function start(page: Page, query: string): Promise<void> {
  await page.goto(`${PATH}&${query}`);
  await expect(bar(page, 'at-rest')).toBeAttached();
  await press(page, 'Run these settings');
}

async function stepOf(page: Page): Promise<number> {
  const text = await page.locator('.run-bar .progress').innerText();
  return Number(/step (\d+)/.exec(text)?.[1] ?? 0);
}

test('a run streams to its end, and leaves neither worker nor long task behind', async ({
  page,
}) => {
  await page.goto(`${PATH}&steps=40`);
  await expect(bar(page, 'at-rest')).toBeAttached();
  await expect(page.getByText('These settings have not been run yet.')).toBeVisible();
  await expect(page.getByText('Run made when the page was built')).toBeVisible();
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => {
      tasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
  });
  await press(page, 'Run these settings');
  await expect(bar(page, 'running')).toBeAttached({ timeout: 60_000 });
  await expect.poll(() => stepOf(page)).toBeGreaterThan(0);
  await expect(page.getByText('Run made here')).toBeVisible();
  await expect(bar(page, 'at-rest')).toBeAttached({ timeout: 60_000 });
  await expect(page.getByText('Run again')).toBeVisible();
  await expect(page.locator('.badge')).toHaveAttribute('data-backend', 'webgl');
  // What is left is the engine, which has checked the run's first steps on the CPU.
  await expect(page.locator('.badge')).toContainText('the CPU');
  expect(page.workers()).toHaveLength(1);
  const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
  console.info(`main-thread tasks over 50 ms during a run: ${tasks.length}`);
  expect(Math.max(0, ...tasks)).toBeLessThan(500);
});

test('a run is paused, goes on, is stopped, and what has come of it stays', async ({ page }) => {
  await start(page, 'steps=1000');
  await expect(bar(page, 'running')).toBeAttached({ timeout: 60_000 });
  await press(page, 'Pause');
  await expect(bar(page, 'paused')).toBeAttached();
  await page.waitForTimeout(1500);
  const held = await stepOf(page);
  await page.waitForTimeout(1000);
  expect(await stepOf(page)).toBe(held);
  await press(page, 'Go on');
  await expect.poll(() => stepOf(page)).toBeGreaterThan(held);
  await press(page, 'Stop');
  await expect(bar(page, 'at-rest')).toBeAttached();
  await expect(page.getByText(/Stopped at step \d+ of 1000\./)).toBeVisible();
});

test('a run waits while nobody sees its figure, and is ended when the page is left', async ({
  page,
}) => {
  await start(page, 'steps=1000');
  await expect(bar(page, 'running')).toBeAttached({ timeout: 60_000 });
  await page.evaluate(() => {
    document.body.style.paddingBottom = '4000px';
    scrollTo(0, 4000);
  });
  await page.waitForTimeout(1500);
  const unseen = await stepOf(page);
  await page.waitForTimeout(1000);
  expect(await stepOf(page)).toBe(unseen);
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(() => stepOf(page)).toBeGreaterThan(unseen);
  await page.goto('/en/');
  await page.goBack();
  await expect(bar(page, 'at-rest')).toBeAttached();
});

test('a run that loses its graphics context says so, and the last picture stays', async ({
  page,
}) => {
  const probe = await probeEngine(page);
  await start(page, 'steps=1000');
  await expect(bar(page, 'running')).toBeAttached({ timeout: 60_000 });
  await expect.poll(() => stepOf(page)).toBeGreaterThan(1);
  await probe.loseContext();
  await expect(page.getByRole('alert').filter({ hasText: 'WebGL context lost' })).toBeVisible();
  await expect(bar(page, 'at-rest')).toBeAttached();
  await expect(page.locator('.ridge').first()).toBeVisible();
  await press(page, 'Run again');
  await expect(bar(page, 'running')).toBeAttached({ timeout: 60_000 });
});

test('a run at a rate of a million is lost, and says at which step', async ({ page }) => {
  await start(page, 'steps=20&rate=1e6');
  await expect(page.getByText(/lost at step \d/).first()).toBeVisible({ timeout: 60_000 });
  await expect(bar(page, 'at-rest')).toBeAttached({ timeout: 60_000 });
});

/** An IDX file of MNIST’s kind: pictures of growing grey, or labels in turn. */
function idx(kind: 'images' | 'labels', count: number): Buffer {
  const header = kind === 'images' ? [0x803, count, 28, 28] : [0x801, count];
  const size = kind === 'images' ? 28 * 28 : 1;
  const bytes = Buffer.alloc(4 * header.length + count * size);
  header.forEach((word, index) => bytes.writeUInt32BE(word, 4 * index));
  for (let at = 0; at < count * size; at++) {
    const label = Math.floor(at / size) % 10;
    const value = kind === 'labels' ? label : 25 * label * (((at % size) * 7) % 2);
    bytes.writeUInt8(value, 4 * header.length + at);
  }
  return bytes;
}

test('pictures of the reader’s own are learned from, and a broken file changes nothing', async ({
  page,
}) => {
  await page.goto(`${PATH}&steps=5`);
  const files = page.locator('input[type="file"]');
  const file = (name: string, buffer: Buffer) => ({
    name,
    buffer,
    mimeType: 'application/octet-stream',
  });
  const data = page.getByLabel('data', { exact: true });

  await files.setInputFiles([file('images', idx('images', 700).subarray(0, 5000))]);
  await expect(page.getByRole('alert').filter({ hasText: 'ends before' })).toBeVisible();
  await files.setInputFiles([file('images', idx('images', 700))]);
  await expect(page.getByRole('alert').filter({ hasText: 'no labels' })).toBeVisible();
  await expect(data).toHaveValue('glyphs');

  await data.selectOption('own');
  await press(page, 'Run these settings');
  await expect(page.getByText('no files have been given yet')).toBeVisible({ timeout: 60_000 });

  await files.setInputFiles([
    file('images', idx('images', 700)),
    file('labels', idx('labels', 700)),
  ]);
  await expect(page.getByText('640 pictures read: 0, 1, 2 …')).toBeVisible();
  await press(page, 'Run these settings');
  await expect(page.getByText(/of 512 your own/)).toBeVisible({ timeout: 60_000 });
  await expect(bar(page, 'at-rest')).toBeAttached({ timeout: 60_000 });
});
