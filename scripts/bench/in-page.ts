import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';
import { build } from 'vite';

/** A module of this folder, with all that it imports, as one script for a page. */
async function bundle(module: string): Promise<string> {
  const entry = fileURLToPath(new URL(`./${module}`, import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'bench' } },
  });
  const [{ output }] = [built].flat() as { output: { code: string }[] }[];
  return output[0].code;
}

/**
 * Calls a function that a module of this folder puts into the window, in a page without anything else.
 * @param name what it is called there
 */
export async function callInPage<A extends readonly unknown[], R>(
  browser: Browser,
  module: string,
  name: string,
  ...args: A
): Promise<R> {
  const page = await browser.newPage();
  try {
    await page.addScriptTag({ content: await bundle(module) });
    return await page.evaluate(
      ([called, given]) =>
        (window as unknown as Record<string, (...args: unknown[]) => Promise<R>>)[called](...given),
      [name, args as unknown as unknown[]] as const,
    );
  } finally {
    await page.close();
  }
}
