import type { Browser, Page } from 'playwright';
import { startClock, type Clock } from './clock.ts';
import { observeTasks } from './tasks.ts';

export const EDITS = 200;
const WARM_UP = 20;

export type EditTimes = {
  /** Milliseconds from the key that makes an edit to the frame that shows its result. */
  readonly times: readonly number[];
  /** Milliseconds of every main-thread task over 50 ms in that time. */
  readonly tasks: readonly number[];
  readonly backend: string;
};

/** Edits one pixel of a conv-filter again and again, each time waiting for the painted result. */
export async function measureEdits(
  browser: Browser,
  figure: string,
  side: number,
): Promise<EditTimes> {
  const page = await browser.newPage();
  const pixels = Array.from({ length: side * side }, (_, index) => (index * 7) % 10);
  await page.goto(`${figure}?v=1&activation=identity&image=${side}x${side}:${pixels.join()}`);
  await page.locator('.badge[data-backend][aria-busy="false"]').waitFor();
  // The engine's own checks of a resting figure are over.
  await page.waitForTimeout(3000);
  await page.locator('[role="grid"][aria-label="input"] [tabindex="0"]').focus();
  // A cell's style is its colour; other changes are marks of the cell that is being edited.
  await startClock(page, {
    selector: '[aria-label="output"]',
    attribute: 'style',
    keys: ['Enter', 'Delete'],
  });
  const tasks = await observeTasks(page);
  await edit(page, WARM_UP);
  await edit(page, EDITS);
  const clock = await page.evaluate(() => (window as unknown as { clock: Clock }).clock);
  const longTasks = await tasks();
  const backend = await page.locator('.badge').getAttribute('data-backend');
  await page.close();
  return { times: clock.times.slice(WARM_UP), tasks: longTasks, backend: backend ?? '' };
}

async function edit(page: Page, count: number): Promise<void> {
  for (let edits = 0; edits < count; edits++) {
    const painted = await paintedCount(page);
    if (edits % 2 === 0) await page.keyboard.press('5');
    await page.keyboard.press(edits % 2 === 0 ? 'Enter' : 'Delete');
    await page.waitForFunction(
      (before) => (window as unknown as { clock: Clock }).clock.times.length > before,
      painted,
    );
  }
}

function paintedCount(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { clock: Clock }).clock.times.length);
}
