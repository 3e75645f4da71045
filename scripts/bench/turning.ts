import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { chromiumLaunchOptions } from '../chromium.ts';

export const FRAMES = 120;
const WARM_UP = 20;

/** Eight images under eight filters of one cell: an output of 8 × 8 × 16 × 16 values. */
const BLOCKS = [
  `images=8x1x16x16:${Array.from({ length: 8 * 16 * 16 }, (_, cell) => (cell * 7) % 10).join()}`,
  'weight=8x1x1x1:1,2,3,4,5,6,7,8',
].join('&');

const HERE = fileURLToPath(new URL('./', import.meta.url));
const THREE = fileURLToPath(new URL('../../node_modules/three/build/', import.meta.url));

/** Milliseconds from each frame to the next, without the display's own rate as a limit. */
export type FrameTimes = {
  /** While a figure of 8 × 8 × 16 × 16 cells turns by 10° a frame. */
  readonly figure: readonly number[];
  /** While Three.js draws a scene with nothing in it, as large, in the same browser. */
  readonly emptyScene: readonly number[];
};

/** @param figure address of the embedded minibatch-conv */
export async function measureTurning(figure: string): Promise<FrameTimes> {
  const { args, ...options } = chromiumLaunchOptions();
  const browser = await chromium.launch({
    ...options,
    args: [...args, '--disable-frame-rate-limit', '--disable-gpu-vsync'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${figure}?v=1&${BLOCKS}`);
    await page.locator('.scene[data-solid]').waitFor();
    // The engine's own checks of a resting figure are over.
    await page.waitForTimeout(5000);
    const size = await page.locator('.scene canvas').evaluate(({ clientWidth, clientHeight }) => ({
      width: clientWidth,
      height: clientHeight,
    }));
    const turned = await frames(page, () => {
      const canvas = document.querySelector('.scene canvas');
      canvas?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowRight', shiftKey: true, bubbles: true }),
      );
    });
    await openEmptyScene(page, size);
    const empty = await frames(page, () => {
      (window as unknown as { draw: () => void }).draw();
    });
    return { figure: turned, emptyScene: empty };
  } finally {
    await browser.close();
  }
}

async function openEmptyScene(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.route('**/empty-scene/*', async (route) => {
    const file = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    await route.fulfill({ path: `${file.endsWith('.js') ? THREE : HERE}${file}` });
  });
  const query = `width=${size.width}&height=${size.height}`;
  await page.goto(new URL(`/empty-scene/empty-scene.html?${query}`, page.url()).href);
  await page.waitForFunction(() => 'draw' in window);
}

/** Runs a step in every frame, and says how long each took. */
async function frames(page: Page, step: () => void): Promise<number[]> {
  const times = await page.evaluate(
    ({ source, count }) =>
      new Promise<number[]>((resolve) => {
        const run = new Function(`(${source})()`) as () => void;
        const starts: number[] = [];
        const frame = (now: number): void => {
          starts.push(now);
          if (starts.length > count) {
            resolve(starts.slice(1).map((start, index) => start - starts[index]));
          } else {
            run();
            requestAnimationFrame(frame);
          }
        };
        requestAnimationFrame(frame);
      }),
    { source: step.toString(), count: WARM_UP + FRAMES },
  );
  return times.slice(WARM_UP);
}
