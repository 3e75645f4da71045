import type { Browser } from 'playwright';
import { recordWeight } from '../page-weight.ts';

/** Bytes of JavaScript outside the worker, as gzip makes them. */
export type SceneCode = {
  /** Loaded by a page at rest whose 3-D figures are all far away. */
  readonly before: number;
  /** What the first of them adds when it comes near. */
  readonly added: number;
  /** Of it, what draws 3-D figures. */
  readonly drawing: number;
};

/** @param address page whose 3-D figures come after more than a screen */
export async function measureSceneCode(browser: Browser, address: string): Promise<SceneCode> {
  const page = await browser.newPage();
  try {
    const weigh = recordWeight(page);
    await page.goto(address);
    await page.locator('.badge[data-backend][aria-busy="false"]').first().waitFor();
    await page.waitForLoadState('networkidle');
    const before = await weigh();
    await page.locator('.scene').first().scrollIntoViewIfNeeded();
    await page.locator('.scene[data-solid]').first().waitFor();
    await page.waitForLoadState('networkidle');
    const after = await weigh();
    const sum = ({ script, scene }: typeof before): number => script + scene;
    return {
      before: sum(before),
      added: sum(after) - sum(before),
      drawing: after.scene - before.scene,
    };
  } finally {
    await page.close();
  }
}
