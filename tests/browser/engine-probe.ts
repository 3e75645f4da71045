import type { Page } from '@playwright/test';

/**
 * Makes the page's workers known to the test, and lets the test take a worker's graphics context
 * away, count its contexts and count its tensors. Call before the page is opened.
 */
export async function probeEngine(page: Page): Promise<EngineProbe> {
  await page.addInitScript(() => {
    const shared = window as unknown as { workers: Worker[] };
    shared.workers = [];
    const Original = window.Worker;
    window.Worker = class extends Original {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        shared.workers.push(this);
      }
    };
  });
  await page.route('**/_astro/worker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${inWorker}\n${await response.text()}` });
  });
  return {
    loseContext: () => send(page, { probe: 'lose' }),
    contextCount: async () => Number(await ask(page, { probe: 'contexts' }, 'contexts')),
    tensorCount: async () =>
      Number(
        await ask(
          page,
          { id: 'probe', type: 'APPLY', path: ['tensorCount'], argumentList: [] },
          'probe',
        ),
      ),
    workerCount: () =>
      page.evaluate(() => (window as unknown as { workers: Worker[] }).workers.length),
  };
}

export type EngineProbe = {
  loseContext(): Promise<void>;
  contextCount(): Promise<number>;
  tensorCount(): Promise<number>;
  workerCount(): Promise<number>;
};

const inWorker = `{
  const contexts = [];
  const open = OffscreenCanvas.prototype.getContext;
  OffscreenCanvas.prototype.getContext = function (...args) {
    const context = open.apply(this, args);
    contexts.push(context);
    return context;
  };
  addEventListener('message', ({ data }) => {
    if (data.probe === 'lose') contexts.at(-1).getExtension('WEBGL_lose_context').loseContext();
    if (data.probe === 'contexts') {
      postMessage({ id: 'contexts', value: contexts.filter((context) => !context.isContextLost()).length });
    }
  });
}`;

function send(page: Page, message: object): Promise<void> {
  return page.evaluate((data) => {
    (window as unknown as { workers: Worker[] }).workers.at(-1)?.postMessage(data);
  }, message);
}

function ask(page: Page, message: object, id: string): Promise<unknown> {
  return page.evaluate(
    ([data, wanted]) => {
      const worker = (window as unknown as { workers: Worker[] }).workers.at(-1);
      return new Promise((resolve) => {
        worker?.addEventListener(
          'message',
          function take({ data: reply }: MessageEvent<Record<string, unknown>>) {
            if (reply.id !== wanted) return;
            worker.removeEventListener('message', take);
            resolve(reply.value);
          },
        );
        worker?.postMessage(data);
      });
    },
    [message, id] as const,
  );
}
