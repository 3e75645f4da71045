import type { Browser } from 'playwright';
import { callInPage } from './in-page.ts';
import type { measureTraining as InPage, Speeds } from './training-in-page.ts';

export const BACKENDS = ['webgl', 'cpu'] as const;
export const TREATMENTS = ['none', 'batch'] as const;

const STEPS = 40;

/** Steps of training in a second, in a page without anything else. */
export const measureTraining = (
  browser: Browser,
  backend: Parameters<typeof InPage>[0],
  treatment: Parameters<typeof InPage>[1],
): Promise<Speeds> =>
  callInPage(browser, 'training-in-page.ts', 'measureTraining', backend, treatment, STEPS);
