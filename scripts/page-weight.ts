import { gzipSync } from 'node:zlib';
import type { Page, Request } from 'playwright';

export const kinds = [
  'html',
  'script',
  'scene',
  'worker',
  'style',
  'font',
  'image',
  'other',
] as const;

export type Kind = (typeof kinds)[number];

/** Bytes by kind: text as gzip makes it, whatever the server did; the rest as it is. */
export type Weight = Readonly<Record<Kind, number>>;

const byType: Readonly<Record<string, Kind>> = {
  document: 'html',
  script: 'script',
  stylesheet: 'style',
  font: 'font',
  image: 'image',
};

/**
 * Where WebGL is drawn by software, the engine measures WebAssembly too, to offer it to the reader.
 * No other machine loads it.
 */
const isComparison = (url: string): boolean => /\/(wasm|tfjs-backend-wasm)[^/]*$/.test(url);

/** Where the engine's worker begins; what it loads in turn says by whom it was asked for. */
const isWorker = (url: string): boolean => /\/worker-[^/]*\.js$/.test(url);

/** What draws 3-D figures: it comes when one of them is near. */
const isScene = (url: string): boolean =>
  /\/(overlay|scene|solid-view|solid-surface|three)\.[^/]*\.js$/.test(url);

/** Records what a page loads. Call before the page is opened; the answer grows with the page. */
export function recordWeight(page: Page): () => Promise<Weight> {
  // In the order in which they are asked for: what asks comes before what it asks for. What comes from
  // a cache has lost its headers by the time that it is weighed.
  const asked: { readonly request: Request; readonly by: Promise<string | null> }[] = [];
  page.on('request', (request) => {
    asked.push({ request, by: request.headerValue('referer').catch(() => null) });
  });
  return async () => {
    const workers = new Set<string>();
    const weight = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;
    // What is asked for in the meantime is weighed the next time.
    for (const { request, by } of [...asked]) {
      if (!/^https?:/.test(request.url()) || isComparison(request.url())) continue;
      // A module's imports are asked for in its name.
      if (isWorker(request.url()) || workers.has((await by) ?? '')) workers.add(request.url());
      const type = isScene(request.url()) ? 'scene' : byType[request.resourceType()];
      const kind = workers.has(request.url()) ? 'worker' : type;
      weight[kind ?? 'other'] += await bytesOf(request);
    }
    return weight;
  };
}

async function bytesOf(request: Request): Promise<number> {
  const response = await request.response();
  const body = await response?.body().catch(() => undefined);
  if (!response || !body) return 0;
  const isText = !/\.(woff2?|png|jpe?g|webp|wasm)$/.test(new URL(request.url()).pathname);
  return isText ? gzipSync(body, { level: 9 }).length : body.length;
}
