import type { Page } from '@playwright/test';
import { choose, frameCount, play, save, type Film } from './film-page.ts';
import { expect, openFigure, test } from './support.ts';

const cubes = '/en/embed/norm-cubes/';
// Four by four pixels under a kernel of nine cells: four steps.
const filter = '/en/embed/conv-filter/?v=1&step=2&image=4x4:0,1,2,3,4,5,6,7,8,9,8,7,6,5,4,3';

/**
 * How far a frame may be from the PNG of its step. A GIF has 256 colours; a video holds hues for two by
 * two pixels together, so that coloured lines one pixel wide are pale: few pixels are far off.
 */
const tolerance = {
  GIF: { mean: 0.5, far: 0.0005 },
  MP4: { mean: 2, far: 0.002 },
  WebM: { mean: 2, far: 0.002 },
} as const;

const formats = ['GIF', 'MP4', 'WebM'] as const;

/** Narrow: a film is as wide as a PNG of two pixels a CSS pixel, with which it is compared. */
async function open(page: Page, path: string): Promise<void> {
  await page.setViewportSize({ width: 400, height: 900 });
  await openFigure(page, path);
  if (path === cubes) await page.locator('.scene[data-solid]').waitFor();
}

async function atStep(page: Page, step: number): Promise<Film> {
  await page.keyboard.press('Escape');
  await page.getByRole('slider', { name: 'Position in the animation' }).fill(String(step));
  return save(page, 'PNG', { size: '2×' });
}

const widthOf = ({ bytes }: Film): number => bytes.readUInt32BE(16);

for (const [name, path, steps] of [
  ['norm-cubes', cubes, 0],
  ['conv-filter', filter, 4],
] as const) {
  test(`a film of ${name} shows every step, first and last as their pictures`, async ({ page }) => {
    await open(page, path);
    const scrubber = page.getByRole('slider', { name: 'Position in the animation' });
    const before = await scrubber.inputValue();
    const last = Number(await scrubber.getAttribute('max'));
    if (steps > 0) expect(last + 1).toBe(steps);
    const pictures = [await atStep(page, 0), await atStep(page, last)] as const;
    await page.keyboard.press('Escape');
    await scrubber.fill(before);
    const width = String(widthOf(pictures[0]));
    for (const format of formats) {
      const fields = { width, speed: '5', 'end stays': '1', caption: 'none' };
      const film = await save(page, format, fields);
      const played = await play(page, film, ...pictures);
      expect(played.width).toBe(Number(width));
      for (const end of ['first', 'last'] as const) {
        const { mean, far } = played[end];
        expect(mean, `${format}, ${end}`).toBeLessThan(tolerance[format].mean);
        expect(far, `${format}, ${end}`).toBeLessThan(tolerance[format].far);
      }
      // Five frames a second, the last for a second.
      expect(played.duration).toBeCloseTo(last / 5 + 1, 1);
      expect(await frameCount(page, film)).toBe(format === 'GIF' ? last + 1 : last + 5);
      await expect(scrubber).toHaveValue(before);
      await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute(
        'aria-disabled',
        'true',
      );
    }
  });
}

test('a camera turns once around and ends where it began', async ({ page }) => {
  await open(page, cubes);
  const picture = await save(page, 'PNG', { size: '2×' });
  const width = String(widthOf(picture));
  const turn = { shows: 'one turn', width, speed: '4', lasts: '2' };
  for (const format of formats) {
    const film = await save(page, format, turn);
    const { first, last, duration } = await play(page, film, picture, picture);
    expect(first.mean).toBeLessThan(tolerance[format].mean);
    // An eighth of a turn is to go.
    expect(last.mean).toBeGreaterThan(2 * first.mean);
    expect(duration).toBeCloseTo(2, 1);
    expect(await frameCount(page, film)).toBe(8);
  }
  await expect(page.getByRole('button', { name: 'turned' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('the same state gives the same bytes', async ({ page }) => {
  await open(page, filter);
  for (const format of formats) {
    const fields = { width: '960', speed: '5', 'end stays': '1' };
    const film = await save(page, format, fields);
    // What is dated is dated by the second.
    await page.waitForTimeout(1100);
    const again = await save(page, format, fields);
    expect(again.bytes.equals(film.bytes), format).toBe(true);
  }
});

test('a film is cancelled by key, and the figure stands where it stood', async ({ page }) => {
  await open(page, cubes);
  await choose(page, 'MP4', { shows: 'one turn', width: '400', speed: '20' });
  await expect(page.getByText('Encoded as H.264.')).toBeVisible();
  let downloads = 0;
  page.on('download', () => downloads++);
  await page.getByRole('button', { name: 'Save', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'turned' })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  await expect(page.locator('[data-stage]')).toHaveAttribute('inert', '');
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeFocused();
  await expect(page.getByRole('button', { name: 'turned' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(page.locator('[data-stage]')).not.toHaveAttribute('inert');
  expect(downloads).toBe(0);
});

test('what cannot be typed is named beside its field, and what H.264 cannot hold when it is made', async ({
  page,
}) => {
  await open(page, cubes);
  await choose(page, 'MP4', { width: '900' });
  const width = page.locator('.export').getByLabel('width', { exact: true });
  for (const [text, message] of [
    ['wide', '“wide” is not a number; width stays 900.'],
    ['9999', 'width must lie between 160 and 3840; it stays 900.'],
  ]) {
    await width.fill(text);
    await width.press('Enter');
    await expect(page.getByText(message)).toBeVisible();
    await expect(width).toHaveValue('900');
    await expect(page.locator('.export progress')).toHaveCount(0);
  }
  await width.fill('3840');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const refused = page.getByText(/^An MP4 of this figure is at most \d+ px wide/);
  await expect(refused).toBeVisible();
  const [widest] = /\d+(?= px)/.exec(await refused.innerText()) ?? [];
  const film = await save(page, 'MP4', { shows: 'every step', width: widest ?? '' });
  expect(film.bytes.length).toBeGreaterThan(1e5);
});

test('captions stand in the languages that are asked for, if their words can be had', async ({
  page,
  silence,
}) => {
  silence.allow(/404/);
  await open(page, filter);
  const svg = await save(page, 'SVG', { caption: 'English + 日本語' });
  expect(svg.bytes.toString()).toContain('One filter, one image');
  expect(svg.bytes.toString()).toContain('1枚の画像と1つのフィルター');
  await page.route('**/ja/embed/**', (route) => route.fulfill({ status: 404, body: '' }));
  await choose(page, 'SVG', { caption: '日本語' });
  await expect(page.getByText('cannot be had without a network')).toBeVisible();
});

test('a figure without anything that moves offers pictures only', async ({ page }) => {
  await openFigure(page, '/en/embed/norm-chooser/');
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(page.locator('.export .tabs button')).toHaveText(['PNG', 'SVG']);
});
