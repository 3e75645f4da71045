import { expect, type Locator, type Page } from '@playwright/test';

/** What a lecture leaves in the address as it is. */
export const KEPT = 'backend=wasm';

/** What of the chapter is on the screen. */
export const screen = (page: Page): Locator => page.locator('[data-on]').first();
/** Where the lecture stands: 3 / 7. */
export const position = (page: Page): Locator => page.locator('.deck-turn span');

export async function openLecture(page: Page, path: string, id = ''): Promise<void> {
  await page.goto(`${path}?lecture${id && `=${id}`}&${KEPT}`);
  await expect(page.locator('.deck-strip')).toBeVisible();
}

/** The figure on the screen is awake, laid out, and to be seen. */
export async function expectFigure(page: Page, id: string): Promise<void> {
  const figure = page.locator(`figure#${id}[data-on]`);
  await expect(figure.locator('[data-ready]')).toBeVisible({ timeout: 30_000 });
  await expect(figure).toHaveAttribute('data-fitted', /\d/);
  const box = await figure.locator('[data-stage]').boundingBox();
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
  expect(box?.y).toBeLessThan(height / 3);
}
