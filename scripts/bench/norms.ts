import type { Browser } from 'playwright';
import { callInPage } from './in-page.ts';
import type { measureNorms as InPage } from './norms-in-page.ts';

export const SHAPES = [
  [8, 8, 8, 8],
  [32, 64, 28, 28],
] as const;

export const RUNS = 15;

export type NormTimes = Awaited<ReturnType<typeof InPage>>;

/** Batch normalization of a tensor in a page without anything else. */
export const measureNorms = (
  browser: Browser,
  shape: Parameters<typeof InPage>[0],
): Promise<NormTimes> => callInPage(browser, 'norms-in-page.ts', 'measureNorms', shape, RUNS);
