import type { Browser } from 'playwright';
import { recordWeight } from '../page-weight.ts';

/** Bytes of JavaScript outside the worker, as gzip makes them. */
export type SceneCode = {
  /** Of the page and its figures. */
  readonly before: number;
  /** What draws in 3-D. It comes when a 3-D figure is near, or else when the page rests. */
  readonly drawing: number;
};

/** @param address page with a 3-D figure */
export async function measureSceneCode(browser: Browser, address: string): Promise<SceneCode> {
  const page = await browser.newPage();
  try {
    const weigh = recordWeight(page);
    await page.goto(address);
    await page.locator('.scene').first().scrollIntoViewIfNeeded();
    await page.locator('.scene[data-solid]').first().waitFor();
    await page.waitForLoadState('networkidle');
    const { script, scene } = await weigh();
    return { before: script, drawing: scene };
  } finally {
    await page.close();
  }
}
