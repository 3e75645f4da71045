import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Locator, Page } from '@playwright/test';
import { test as base } from './support.ts';

const execute = promisify(execFile);

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

type Workshop = {
  /** Writes a file of the deck. */
  write(name: string, text: string): Promise<void>;
  /** Runs a tool that is installed here, in the deck's folder. */
  run(tool: string, ...parameters: readonly string[]): Promise<void>;
  /** Opens what is in the folder, on another site than ours. */
  open(path?: string): Promise<void>;
};

/** A folder in which somebody makes slides, and a server of theirs. */
export const test = base.extend<{ workshop: Workshop }>({
  workshop: async ({ page }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'seikika-workshop-'));
    const server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://here').pathname;
      const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
      readFile(file).then(
        (bytes) => {
          response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
          response.end(bytes);
        },
        () => response.writeHead(path === '/favicon.ico' ? 204 : 404).end(),
      );
    });
    await new Promise<void>((done) => server.listen(0, () => done()));
    await use({
      async open(path = '') {
        await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`);
      },
      async write(name, text) {
        await mkdir(join(folder, name, '..'), { recursive: true });
        await writeFile(join(folder, name), text);
      },
      async run(tool, ...parameters) {
        await execute(resolve('node_modules/.bin', tool), parameters, { cwd: folder });
      },
    });
    // What is still being loaded is given up, and no failure.
    await page.goto('about:blank');
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  },
});

/** A page around a body, as plain as can be. */
export const pageOf = (body: string): string =>
  `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>A page</title>${body}`;

/** The state of the figure in a frame once it has been computed, asked for as any page around it may. */
export function stateOf(frame: Locator): Promise<string> {
  return frame.evaluate(
    (element) =>
      new Promise<string>((answer) => {
        const { contentWindow } = element as HTMLIFrameElement;
        addEventListener('message', ({ source, data }: MessageEvent) => {
          if (source !== contentWindow) return;
          const { id, result } = data as { id?: string; result: { query: string } };
          if (id === 'getResult') ask('getState');
          if (id === 'getState') answer(result.query);
        });
        const ask = (method: string): void =>
          contentWindow?.postMessage({ seikika: 1, id: method, method }, '*');
        ask('getResult');
      }),
  );
}

/** How the figure in the one frame of a page looks. */
export async function lookOf(page: Page): Promise<Readonly<Record<string, string | undefined>>> {
  const inside = page.locator('iframe').contentFrame();
  return inside.locator('html').evaluate((html: HTMLElement) => ({
    lang: html.lang,
    theme: html.dataset.theme,
    ui: document.querySelector<HTMLElement>('.widget')?.dataset.ui,
  }));
}
