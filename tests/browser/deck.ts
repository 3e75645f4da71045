import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { expect, webglTest as base } from './support.ts';

/** Where a page of somebody else's may lie; only on our own site does an embed have a memory. */
export const places = ['another site', 'another port of this site', 'a file'] as const;

type Place = (typeof places)[number];

export type DeckEvent = { readonly id: string; readonly name: string; readonly detail: object };

/** Somebody else's page, with our element's script and whatever else it holds. */
export const test = base.extend<{ openDeck: (body: string, place?: Place) => Promise<void> }>({
  openDeck: async ({ page, baseURL }, use) => {
    let html = '';
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html').end(html);
    });
    const folder = await mkdtemp(join(tmpdir(), 'seikika-deck-'));
    await use(async (body, place = 'another site') => {
      html = `<!doctype html><link rel="icon" href="data:,"><title>A deck</title>
        <script src="${baseURL}/embed.js"></script>
        <script>
          const log = [];
          for (const name of ['ready', 'change', 'resize', 'key'])
            addEventListener(name, ({ target: { id }, detail }) => {
              if (detail?.seikika) log.push({ id, name, detail });
            }, true);
        </script>
        <body style="margin:0">${body}`;
      if (place === 'a file') {
        const file = join(folder, 'deck.html');
        await writeFile(file, html);
        await page.goto(pathToFileURL(file).href);
      } else {
        if (!server.listening) await new Promise<void>((done) => server.listen(0, () => done()));
        const host = place === 'another site' ? '127.0.0.1' : 'localhost';
        await page.goto(`http://${host}:${(server.address() as AddressInfo).port}/`);
      }
    });
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  },
});

/** What the elements of a deck have told it. */
export function deckEvents(page: Page, id: string, name: string): Promise<DeckEvent['detail'][]> {
  return page.evaluate(
    ([wantedId, wantedName]) =>
      (0, eval)('log')
        .filter((event: DeckEvent) => event.id === wantedId && event.name === wantedName)
        .map(({ detail }: DeckEvent) => detail),
    [id, name] as const,
  ) as Promise<DeckEvent['detail'][]>;
}

type Reply = Record<string, unknown>;

/** Calls a method of an element, as a script of the deck would. */
export function call(element: Locator, method: string, params: object = {}): Promise<Reply> {
  return element.evaluate(
    (target, [name, values]) => {
      const methods = target as unknown as Record<string, (params: object) => Promise<Reply>>;
      const promise = methods[name](values);
      if (!(promise instanceof Promise)) throw new Error(`${name} returns no promise`);
      return promise;
    },
    [method, params] as const,
  );
}

export async function waitForElement(page: Page, id: string): Promise<Locator> {
  await expect.poll(async () => (await deckEvents(page, id, 'ready')).length).toBe(1);
  return page.locator(`#${id}`);
}
