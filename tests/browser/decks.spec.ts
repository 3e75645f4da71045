import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Frame, Locator, Page } from '@playwright/test';
import * as tools from '../decks/tools.ts';
import { expect, test as base } from './support.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Serves a built deck, from another site than the figures; paths of a single page's own lead to it. */
async function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://deck');
    const file = extname(pathname) ? pathname : '/index.html';
    readFile(join(folder, file)).then(
      (content) => response.setHeader('content-type', types[extname(file)] ?? '').end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, () => done()));
  return server;
}

type Deck = { readonly address: string };

const test = base.extend<{ openDeck: (tool: keyof typeof tools) => Promise<Deck> }>({
  openDeck: async ({ page, baseURL }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'seikika-slides-'));
    const servers: Server[] = [];
    await page.addInitScript(countWork);
    await page.setViewportSize({ width: 1280, height: 720 });
    await use(async (tool) => {
      tools[tool](folder, baseURL ?? '');
      const server = await serve(tool === 'slidev' ? join(folder, 'out') : folder);
      servers.push(server);
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      await page.goto(address);
      return { address };
    });
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    rmSync(folder, { recursive: true });
  },
});

/** In every frame: counts what runs by itself. */
function countWork(): void {
  const counted = window as unknown as { work: number };
  counted.work = 0;
  const { requestAnimationFrame: frame, setInterval: interval } = window;
  window.requestAnimationFrame = (callback) =>
    frame((time) => {
      counted.work++;
      callback(time);
    });
  window.setInterval = ((callback: () => void, ...rest: [number]) =>
    interval(
      () => {
        counted.work++;
        callback();
      },
      ...rest,
    )) as typeof setInterval;
}

const frameOf = (page: Page, widget: string): Frame => {
  const frame = page.frames().find((each) => each.url().includes(`/embed/${widget}/`));
  if (!frame) throw new Error(`${widget} is not open`);
  return frame;
};

/** A figure that is on the slide, and alive. */
async function figureOn(page: Page, widget: string): Promise<Frame> {
  await expect
    .poll(() => page.frames().filter((each) => each.url().includes(widget)).length)
    .toBe(1);
  const frame = frameOf(page, widget);
  await expect(frame.locator('[data-ready]')).toBeAttached({ timeout: 60_000 });
  return frame;
}

/** Where a part of a figure is on the screen; Playwright does not reckon with slides that are scaled. */
async function placeOf(target: Locator): Promise<{ x: number; y: number }> {
  const frame = await (await target.elementHandle())?.ownerFrame();
  const element = await frame?.frameElement();
  if (!element) throw new Error('No frame holds it');
  const outer = await element.evaluate((each) => {
    const { x, y, width } = (each as HTMLElement).getBoundingClientRect();
    return { x, y, scale: width / (each as HTMLElement).offsetWidth };
  });
  await target.evaluate((each) => each.scrollIntoView({ block: 'nearest' }));
  const inner = await target.evaluate((each) => {
    const { x, y, width, height } = each.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  return { x: outer.x + outer.scale * inner.x, y: outer.y + outer.scale * inner.y };
}

async function click(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const { x, y } = await placeOf(target);
  await page.mouse.click(x, y);
}

const workOf = (frame: Frame): Promise<number> =>
  frame.evaluate(() => (window as unknown as { work: number }).work);

/** Frames and ticks of a second and a half. */
async function workFor(page: Page, frame: Frame): Promise<number> {
  const before = await workOf(frame);
  await page.waitForTimeout(1500);
  return (await workOf(frame)) - before;
}

for (const tool of ['reveal', 'quarto', 'slidev', 'marp'] as const) {
  test(`${tool}: three figures live, rest when their slide is hidden, and give the keys back`, async ({
    page,
    openDeck,
    silence,
  }) => {
    test.setTimeout(180_000);
    // What Chromium says of a tool's own pages.
    silence.allow(/hidden by content-visibility|apple-mobile-web-app-capable|status of 404/);
    await openDeck(tool);
    await expect(page.getByRole('heading', { name: 'Before' })).toBeVisible();
    await page.keyboard.press('ArrowRight');

    const first = await figureOn(page, 'learn-filter');
    await click(page, first.getByRole('button', { name: 'Play' }));
    await expect(first.getByRole('button', { name: 'Pause' })).toBeVisible();
    expect(await workFor(page, first)).toBeGreaterThan(0);
    // From the figure, by its own keys: what it has no use for turns the slide.
    await page.keyboard.press('ArrowRight');
    const second = await figureOn(page, 'norm-cubes');
    await expect(second.locator('.scene[data-solid] canvas').first()).toBeVisible();
    await expect.poll(() => workFor(page, first), { timeout: 20_000 }).toBe(0);

    const canvas = second.locator('.scene canvas').first();
    const { x, y } = await placeOf(canvas);
    const drawn = () =>
      canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL().length);
    const before = await drawn();
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 90, y, { steps: 4 });
    await page.mouse.up();
    await expect.poll(drawn).not.toBe(before);
    await page.screenshot({ path: test.info().outputPath(`${tool}.png`) });

    await second.locator('[data-ready]').click({ position: { x: 4, y: 4 } });
    await page.keyboard.press('ArrowRight');
    const third = await figureOn(page, 'conv-filter');
    const output = third.locator('[aria-label="output"]');
    const cells = await output.locator('[role="gridcell"]').count();
    const stride = third.getByRole('textbox', { name: 'stride' });
    await stride.fill('2', { timeout: 10_000 });
    await stride.press('Enter');
    await expect.poll(() => output.locator('[role="gridcell"]').count()).toBeLessThan(cells);
    await expect.poll(() => workFor(page, second), { timeout: 20_000 }).toBe(0);
    await third.locator('[data-ready]').click({ position: { x: 4, y: 4 } });
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('heading', { name: 'After' })).toBeVisible();
    await expect.poll(() => workFor(page, third), { timeout: 20_000 }).toBe(0);
    await page.keyboard.press('ArrowLeft');
    await expect(third.locator('[data-stage]')).toBeVisible();
  });
}

/** How many raster pictures a PDF holds that are as large as a figure; icons and masks are smaller. */
function picturesIn(pdf: Buffer): number {
  const objects = pdf.toString('latin1').matchAll(/\/Subtype \/Image[^>]*?\/Width (\d+)/g);
  const widths = Array.from(objects, ([, width]) => Number(width));
  return widths.filter((width) => width > 600).length;
}

/** Where each tool lays out all of its slides; Marp does so in print, and only the figures heed the address. */
const printed = { reveal: '?print-pdf', slidev: 'export', marp: '?print-pdf' } as const;

for (const [tool, path] of Object.entries(printed) as [keyof typeof printed, string][]) {
  test(`${tool}: its PDF shows the figures`, async ({ page, openDeck, silence }) => {
    test.setTimeout(180_000);
    silence.allow(/content-visibility|apple-mobile-web-app-capable|status of 404|Failed to load/);
    const { address } = await openDeck(tool);
    const before = picturesIn(await page.pdf());
    await page.goto(`${address}${path}`);
    await expect(page.locator('html')).toHaveAttribute('data-seikika', 'pictured', {
      timeout: 120_000,
    });
    const pdf = await page.pdf({
      path: test.info().outputPath(`${tool}.pdf`),
      printBackground: true,
    });
    // Each picture may come with a mask.
    expect(picturesIn(pdf)).toBeGreaterThanOrEqual(before + 3);
  });
}
