import type { Browser } from 'playwright';
import { recordWeight, type Weight } from '../page-weight.ts';
import { quantile } from './table.ts';

const RUNS = 5;
/** A page without a figure of ours is given this long. */
const PATIENCE = 10_000;

/** Milliseconds after navigation started, and bytes. */
export type FirstResult = {
  readonly largestPaint: number;
  /** When the first figure computed in the page was painted; none if the page has no such figure. */
  readonly computed?: number;
  /** Main-thread tasks over 50 ms, of one run. */
  readonly tasks: readonly number[];
  readonly weight: Weight;
};

type Marks = { largestPaint: number; computed?: number; tasks: number[] };

/** Opens a page several times with nothing cached. Times are medians. */
export async function measureFirstResult(browser: Browser, address: string): Promise<FirstResult> {
  const runs: FirstResult[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await open(browser, address));
  const computed = runs.flatMap((run) => run.computed ?? []);
  return {
    ...runs[RUNS - 1],
    largestPaint: quantile(
      runs.map((run) => run.largestPaint),
      0.5,
    ),
    computed: computed.length > 0 ? quantile(computed, 0.5) : undefined,
  };
}

async function open(browser: Browser, address: string): Promise<FirstResult> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const weigh = recordWeight(page);
  await page.addInitScript(() => {
    const marks: Marks = { largestPaint: 0, tasks: [] };
    Object.assign(window, { marks });
    new PerformanceObserver((list) => {
      marks.largestPaint = list.getEntries().at(-1)?.startTime ?? 0;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      marks.tasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask', buffered: true });
    const watch = (): void => {
      if (document.querySelector('.badge[data-backend]')) {
        const painted = new MessageChannel();
        painted.port1.onmessage = () => (marks.computed = performance.now());
        painted.port2.postMessage(undefined);
      } else {
        requestAnimationFrame(watch);
      }
    };
    watch();
  });
  await page.goto(address);
  await page
    .waitForFunction(() => (window as unknown as { marks: Marks }).marks.computed, null, {
      timeout: PATIENCE,
    })
    .catch(() => undefined);
  await page.waitForLoadState('networkidle').catch(() => undefined);
  const marks = await page.evaluate(() => (window as unknown as { marks: Marks }).marks);
  const weight = await weigh();
  await context.close();
  return { ...marks, weight };
}
