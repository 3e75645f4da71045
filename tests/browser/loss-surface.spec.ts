import type { Locator, Page } from '@playwright/test';
import { embed, expect, openFigure, resultOf, test } from './support.ts';

const PATH = '/en/embed/loss-surface/';

/** A descent so small that it is over at once. */
const SMALL = 'v=1&depth=2&width=6&steps=8&step=8&points=5&compare=none';

const row = (page: Page, name: string): Locator =>
  page.locator('.number-table tr').filter({ hasText: name }).locator('td').first();

test('the line that is drawn is the path of the weights, from above as on the map', async ({
  page,
}) => {
  const frame = await embed(page, `${PATH}?${SMALL}&yaw=0&pitch=90&ceiling=1000`);
  await frame.request('run');
  const { path, middle, losses } = await resultOf(frame);
  expect(losses.data.every(Number.isFinite)).toBe(true);
  const places = losses.data.map((_, step) => path.data.slice(2 * step, 2 * step + 2));
  const figure = page.frameLocator('#frame');

  /** Corners of the line, whichever pieces it is drawn in. */
  const cornersIn = async (picture: string): Promise<number[][]> => {
    const lines = figure.locator(`${picture} .trail .gone .over`);
    await expect(lines.first()).toBeAttached();
    const drawn = await lines.evaluateAll((all) => all.map((line) => line.getAttribute('d') ?? ''));
    return Array.from(drawn.join('').matchAll(/[ML]([-\d.e]+) ([-\d.e]+)/g), ([, x, y]) => [
      Number(x),
      Number(y),
    ]);
  };
  /** How far it is from where the path should be drawn to the nearest corner of the line, at most. */
  const farthest = (corners: readonly number[][], expected: readonly number[][]): number =>
    Math.max(
      ...expected.map(([x, y]) => Math.min(...corners.map(([u, v]) => Math.hypot(u - x, v - y)))),
    );

  // From above, one end of the path and the ball at the other give the scale.
  const solid = await cornersIn('.scene-overlay');
  const ball = figure.locator('.scene-overlay .ball');
  const ballAt = async (step: number): Promise<number[]> => {
    await frame.request('setState', { step });
    return Promise.all(
      ['cx', 'cy'].map(async (name) => Number(await ball.first().getAttribute(name))),
    );
  };
  const [start, end] = [await ballAt(0), await ballAt(8)];
  const scale = (end[0] - start[0]) / (places[8][0] - places[0][0]);
  expect(scale).toBeGreaterThan(100);
  const fromAbove = places.map(([x, y]) => [
    start[0] + scale * (x - places[0][0]),
    start[1] - scale * (y - places[0][1]),
  ]);
  expect(farthest(solid, fromAbove)).toBeLessThan(0.2);

  // The map goes 0.4 to each side of the middle, between the middles of its outermost cells.
  await frame.request('setState', { view: 'flat' });
  const along = (axis: number, value: number): number =>
    360 * (0.5 + ((4 / 5) * (value - middle.data[axis])) / 0.8);
  const onMap = places.map(([x, y]) => [along(0, x), 360 - along(1, y)]);
  expect(farthest(await cornersIn('.level-map'), onMap)).toBeLessThan(0.01);
});

test('the 3-D figure and the map say the same of a place, and a drag turns the figure', async ({
  page,
}) => {
  await openFigure(page, PATH);
  const picture = page.locator('.scene[data-solid] canvas').first();
  await picture.hover();
  const spoken = page.locator('.scene [aria-live]').first();
  await expect(spoken).not.toContainText('α = 0.17, β = 0.03');
  const [said, loss, place] = await Promise.all([
    spoken.textContent(),
    row(page, 'pointed at').textContent(),
    row(page, 'its α, β').textContent(),
  ]);
  expect(said).toBe(`no norm: α = ${place?.replace(', ', ', β = ')}: loss ${loss}`);

  await page.mouse.down();
  await page.mouse.move(640, 400, { steps: 3 });
  await page.mouse.up();
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.locator('.copyable textarea').first()).toHaveValue(/yaw=-?\d+&pitch=\d+/);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'flat', exact: true }).click();
  const map = page.locator('.level-map [role="grid"]').first();
  const box = await map.boundingBox();
  if (!box) throw new Error('There is no map');
  // The map begins 0.4 to the left of the path's middle, which the place at the left edge tells.
  const [x, y] = (place ?? '').replaceAll('−', '-').split(', ').map(Number);
  await map.hover({ position: { x: box.width / 42, y: box.height / 42 } });
  const corner = (await row(page, 'its α, β').textContent()) ?? '';
  const [left, top] = corner.replaceAll('−', '-').split(', ').map(Number);
  const cell = (distance: number): number => Math.round(distance / 0.04) + 0.5;
  await map.hover({
    position: {
      x: (cell(x - left) * box.width) / 21,
      y: (cell(top - y) * box.height) / 21,
    },
  });
  await expect(row(page, 'its α, β')).toHaveText(place ?? '');
  await expect(row(page, 'pointed at')).toHaveText(loss ?? '');
});

test('filter by filter, rescaled networks look alike on WebGL', async ({ page }) => {
  const frame = await embed(page, `${PATH}?${SMALL}&range=1&plane=random`);
  const surfaceOf = async (rescale: number): Promise<number[]> => {
    await frame.request('setState', { rescale });
    await frame.request('run', { short: true });
    return (await resultOf(frame)).surface.data;
  };
  const [as, rescaled] = [await surfaceOf(1), await surfaceOf(4)];
  as.forEach((loss, at) => expect(rescaled[at] / loss).toBeCloseTo(1, 2));
});
