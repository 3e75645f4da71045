import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';
import { build } from 'vite';
import type { measureNorms as InPage } from './norms-in-page.ts';

export const SHAPES = [
  [8, 8, 8, 8],
  [32, 64, 28, 28],
] as const;

export const RUNS = 15;

type Shape = Parameters<typeof InPage>[0];

export type NormTimes = Awaited<ReturnType<typeof InPage>>;

/** The tensor code and its measurement as one script for a page. */
async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('./norms-in-page.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'norms' } },
  });
  const [{ output }] = [built].flat() as { output: { code: string }[] }[];
  return output[0].code;
}

/** Batch normalization of a tensor in a page without anything else. */
export async function measureNorms(browser: Browser, shape: Shape): Promise<NormTimes> {
  const page = await browser.newPage();
  try {
    await page.addScriptTag({ content: await bundle() });
    return await page.evaluate(
      ([size, runs]) =>
        (window as unknown as { measureNorms: typeof InPage }).measureNorms(size, runs),
      [shape, RUNS] as const,
    );
  } finally {
    await page.close();
  }
}
