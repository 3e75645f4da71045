import { statSync } from 'node:fs';
import type { Browser } from 'playwright';

export const FILM_WIDTH = 960;

/** What is filmed, as a reader names it in the panel; the turn has as many frames as it says here. */
const films = [
  { name: 'conv-filter, timeline', figure: 'filter', subject: undefined, frames: 36 },
  { name: 'norm-cubes, one turn', figure: 'cubes', subject: 'one turn', frames: 24 },
] as const;

export const FILM_FORMATS = ['GIF', 'MP4', 'WebM'] as const;

export type FilmTime = {
  readonly name: string;
  readonly format: (typeof FILM_FORMATS)[number];
  readonly frames: number;
  /** From the press of the button to the file. */
  readonly milliseconds: number;
  readonly bytes: number;
};

/**
 * Exports films through the panel, as a reader does; what encodes is fetched for the first of each format.
 * @param figures addresses of the embedded conv-filter and norm-cubes
 */
export async function measureFilms(
  browser: Browser,
  figures: { readonly filter: string; readonly cubes: string },
): Promise<readonly FilmTime[]> {
  const times: FilmTime[] = [];
  for (const { name, figure, subject, frames } of films) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    try {
      await page.goto(figures[figure]);
      await page.locator('.badge[data-backend][aria-busy="false"]').waitFor();
      if (subject) await page.locator('.scene[data-solid]').waitFor();
      // The engine's own checks of a resting figure are over.
      await page.waitForTimeout(3000);
      await page.getByRole('button', { name: 'Export' }).click();
      for (const format of FILM_FORMATS) {
        await page.getByRole('button', { name: format, exact: true }).click();
        if (subject) {
          await page.getByLabel('shows').selectOption({ label: subject });
          await page.getByLabel('speed').fill(String(frames / 6));
        }
        await page.getByLabel('width').fill(String(FILM_WIDTH));
        const download = page.waitForEvent('download', { timeout: 300_000 });
        const start = performance.now();
        await page.getByRole('button', { name: 'Save', exact: true }).click();
        const path = await (await download).path();
        const milliseconds = performance.now() - start;
        times.push({ name, format, frames, milliseconds, bytes: statSync(path).size });
      }
    } finally {
      await page.close();
    }
  }
  return times;
}
