import type { CDPSession, Page } from '@playwright/test';
import { expect, openFigure, firstVisit as test, waitForFigure } from './support.ts';
import { probeEngine } from './engine-probe.ts';

const PATH = '/en/embed/conv-filter/';
const EDITS = 1000;
const MOUNTS = 20;

/** Until the history is full and the engine has compiled what it compiles. */
const WARM_UP = { edits: 1500, mounts: 20 };

async function heapOf(session: CDPSession): Promise<number> {
  // What finalizers let go of in one round is collected in the next.
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

async function edit(page: Page, count: number): Promise<void> {
  await page.locator('[role="grid"][aria-label="input"] [tabindex="0"]').focus();
  for (let edits = 0; edits < count; edits++) {
    // Deleting and counting up again makes every press an edit of its own.
    await page.keyboard.press(edits % 2 === 0 ? '5' : 'Delete');
    if (edits % 2 === 0) await page.keyboard.press('Enter');
  }
  await waitForFigure(page);
}

/** Mounts a fresh copy of the page's island, waits until it is computed, and takes it away. */
function mountAndUnmount(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const html = await (await fetch(location.pathname)).text();
    const island = new DOMParser().parseFromString(html, 'text/html').querySelector('astro-island');
    if (!island) throw new Error('no island');
    const copy = document.importNode(island, true);
    copy.querySelector('[data-figure]')?.setAttribute('data-figure', 'copy');
    document.body.prepend(copy);
    const computed = (): boolean =>
      copy.querySelector('.badge[data-backend][aria-busy="false"]') !== null;
    while (!computed()) await new Promise((resolve) => setTimeout(resolve, 20));
    copy.remove();
    document.dispatchEvent(new Event('astro:after-swap'));
  });
}

test(`${EDITS} edits and ${MOUNTS} mounts leave no tensor, no context and no memory behind`, async ({
  page,
}) => {
  test.setTimeout(300_000);
  const engine = await probeEngine(page);
  await openFigure(page, PATH, 'webgl');
  const session = await page.context().newCDPSession(page);
  await edit(page, WARM_UP.edits);
  for (let mounts = 0; mounts < WARM_UP.mounts; mounts++) await mountAndUnmount(page);
  await page.waitForTimeout(3000);
  const before = { tensors: await engine.tensorCount(), heap: await heapOf(session) };
  await edit(page, EDITS);
  for (let mounts = 0; mounts < MOUNTS; mounts++) await mountAndUnmount(page);
  // Unmounted islands are let go of when the browser is idle.
  const growth = async (): Promise<number> => (await heapOf(session)) / before.heap - 1;
  await expect.poll(growth).toBeLessThan(0.05);
  const percent = (100 * (await growth())).toFixed(1);
  console.info(`heap after ${EDITS} edits and ${MOUNTS} mounts: ${percent} %`);
  expect(await engine.tensorCount()).toBe(before.tensors);
  expect(await engine.contextCount()).toBe(1);
  expect(await engine.workerCount()).toBe(1);
});
