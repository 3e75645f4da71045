import type { Browser } from 'playwright';
import { startClock, type Clock } from './clock.ts';

export const MOVES = 10;
const WARM_UP = 2;

/** Backends that a reader may have, and sizes of the network: [blocks, width]. */
export const CURVE_BACKENDS = ['webgl', 'wasm', 'cpu'] as const;
export const CURVE_SIZES = [
  [50, 256],
  [10, 128],
  [25, 128],
  [50, 128],
  [100, 128],
  [25, 64],
  [25, 256],
  [25, 512],
] as const;

/**
 * Moves α of variance-curves by the keyboard, each time waiting for the curve of NF.
 * @returns milliseconds from each key to the frame that shows the new curve
 */
export async function measureCurves(
  browser: Browser,
  figure: string,
  backend: (typeof CURVE_BACKENDS)[number],
  [blocks, width]: readonly [number, number],
): Promise<readonly number[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  try {
    await page.goto(
      `${figure}?v=1&blocks=${blocks}&step=${blocks}&width=${width}&backend=${backend}`,
    );
    await page.locator(`.badge[data-backend="${backend}"][aria-busy="false"]`).waitFor();
    // The engine's own checks of a resting figure are over.
    await page.waitForTimeout(3000);
    await page.locator('.variance .grip.alpha').focus();
    await startClock(page, { selector: '.variance .kind-free .curve', attribute: 'd' });
    for (let moves = 0; moves < WARM_UP + MOVES; moves++) {
      // Never back to where it was: a figure knows what it has answered.
      await page.keyboard.press('ArrowDown');
      await page.waitForFunction(
        (before) => (window as unknown as { clock: Clock }).clock.times.length > before,
        moves,
      );
    }
    const times = await page.evaluate(() => (window as unknown as { clock: Clock }).clock.times);
    return times.slice(WARM_UP);
  } finally {
    await page.close();
  }
}
