import type { Browser, Page } from 'playwright';
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

type Clock = { times: number[] };

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
  await startClock(page);
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

/** From the next key on: writes down when the output has changed and has been painted. */
function startClock(page: Page): Promise<void> {
  return page.evaluate(() => {
    const clock: Clock = { times: [] };
    Object.assign(window, { clock });
    let pressed: number | undefined;
    const keys = ['Enter', 'Delete'];
    addEventListener(
      'keydown',
      ({ key, timeStamp }) => {
        if (keys.includes(key)) pressed = timeStamp;
      },
      true,
    );
    const output = document.querySelector('[aria-label="output"]');
    if (!output) throw new Error('There is no output');
    // A cell's style is its colour; other changes are marks of the cell that is being edited.
    new MutationObserver(() => {
      if (pressed === undefined) return;
      const start = pressed;
      pressed = undefined;
      requestAnimationFrame(() => {
        const painted = new MessageChannel();
        painted.port1.onmessage = () => clock.times.push(performance.now() - start);
        painted.port2.postMessage(undefined);
      });
    }).observe(output, { subtree: true, attributeFilter: ['style'] });
  });
}
