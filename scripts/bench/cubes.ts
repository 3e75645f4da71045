import type { Browser, Page } from 'playwright';
import { observeTasks } from './tasks.ts';

export const CUBE_EDITS = 40;
const WARM_UP = 5;

/** Milliseconds from the key that makes an edit to the frame in which the scene has been drawn anew. */
export type CubeTimes = { readonly times: readonly number[]; readonly tasks: readonly number[] };

type Clock = { times: number[] };

/** Edits one value of norm-cubes again and again, each time waiting for the scene. */
export async function measureCubes(
  browser: Browser,
  figure: string,
  shape: readonly number[],
): Promise<CubeTimes> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const size = shape.reduce((product, axis) => product * axis, 1);
  const values = Array.from({ length: size }, (_, index) => (index * 7) % 10);
  try {
    await page.goto(`${figure}?v=2&cell=0&x=${shape.join('x')}:${values.join()}`);
    await page.locator('.badge[data-backend][aria-busy="false"]').waitFor();
    await page.locator('.scene[data-solid]').waitFor();
    // The engine's own checks of a resting figure are over.
    await page.waitForTimeout(4000);
    await page.locator('.inspector .before [tabindex="0"]').first().focus();
    await startClock(page);
    const tasks = await observeTasks(page);
    for (let edits = 0; edits < WARM_UP + CUBE_EDITS; edits++) {
      if (edits % 2 === 0) await page.keyboard.press('5');
      await page.keyboard.press(edits % 2 === 0 ? 'Enter' : 'Delete');
      await page.waitForFunction(
        (before) => (window as unknown as { clock: Clock }).clock.times.length > before,
        edits,
      );
    }
    const times = await page.evaluate(() => (window as unknown as { clock: Clock }).clock.times);
    return { times: times.slice(WARM_UP), tasks: await tasks() };
  } finally {
    await page.close();
  }
}

/** From the next key on: writes down when the outcome has changed and the scene has been painted with it. */
function startClock(page: Page): Promise<void> {
  return page.evaluate(() => {
    const clock: Clock = { times: [] };
    Object.assign(window, { clock });
    const outcome = (): string =>
      document.querySelector('.inspector .after [role="grid"]')?.textContent ?? '';
    let pressed: { at: number; outcome: string } | undefined;
    addEventListener(
      'keydown',
      ({ key, timeStamp }) => {
        if (['Enter', 'Delete'].includes(key)) pressed = { at: timeStamp, outcome: outcome() };
      },
      true,
    );
    const { prototype } = CanvasRenderingContext2D;
    const drawImage = prototype.drawImage as (...args: unknown[]) => void;
    Object.assign(prototype, {
      drawImage(this: CanvasRenderingContext2D, ...args: unknown[]) {
        drawImage.apply(this, args);
        if (pressed === undefined || pressed.outcome === outcome()) return;
        const { at } = pressed;
        pressed = undefined;
        requestAnimationFrame(() => {
          const painted = new MessageChannel();
          painted.port1.onmessage = () => clock.times.push(performance.now() - at);
          painted.port2.postMessage(undefined);
        });
      },
    });
  });
}
