import { signal, type ReadonlySignal } from '@preact/signals-core';
import * as comlink from 'comlink';
import type { BackendFacts, BackendName } from './backend-names.ts';
import type { Answer, EngineWorker } from './messages.ts';

export type Engine = {
  /** Changes whenever another backend has taken over: ask again. */
  readonly backend: ReadonlySignal<BackendFacts | undefined>;
  /** Survives lost graphics contexts and dead workers: starts a new worker and asks it again. */
  compute(widget: string, params: unknown, on?: BackendName): Promise<Answer>;
  warm(widget: string): Promise<void>;
  /** Starts anew on this backend. */
  switchTo(name: BackendName): Promise<void>;
  tensorCount(): Promise<number>;
};

type Connection = {
  readonly api: comlink.Remote<EngineWorker>;
  /** Rejects when the worker fails to load or dies. */
  readonly died: Promise<never>;
  readonly ready: Promise<BackendFacts>;
  close(): void;
};

/** A worker is replaced at most this often for one question, then the next best backend is asked. */
const ATTEMPTS = 3;

/**
 * The page's connection to the worker that computes. The worker is started by the first question.
 * @param createWorker gives a fresh worker
 * @param wanted backend asked for by the link or remembered from an earlier visit
 */
export function createEngine(createWorker: () => Worker, wanted?: BackendName): Engine {
  const backend = signal<BackendFacts | undefined>(undefined);
  let choice = wanted;
  let connection: Connection | undefined;

  function connect(): Connection {
    const worker = createWorker();
    const died = new Promise<never>((_, reject) => {
      worker.addEventListener('error', (event) => {
        reject(new Error(event.message || 'The engine’s worker did not load'));
      });
    });
    const api = comlink.wrap<EngineWorker>(worker);
    const ready = Promise.race([api.start(choice), died]);
    const opened = { api, died, ready, close: () => worker.terminate() };
    connection = opened;
    ready.then(
      (facts) => {
        if (connection === opened) backend.value = facts;
      },
      () => drop(opened),
    );
    died.catch(() => drop(opened));
    return opened;
  }

  function drop(dead: Connection): void {
    dead.close();
    if (connection === dead) connection = undefined;
  }

  async function ask(widget: string, params: unknown, on?: BackendName): Promise<Answer> {
    const current = connection ?? connect();
    await current.ready;
    const answer = await Promise.race([current.api.compute(widget, params, on), current.died]);
    if (answer.kind === 'lost') drop(current);
    return answer;
  }

  return {
    backend,
    async compute(widget, params, on) {
      for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
        const answer = await ask(widget, params, on);
        if (answer.kind !== 'lost') return answer;
      }
      choice = 'wasm';
      return ask(widget, params, on);
    },
    async warm(widget) {
      const current = connection ?? connect();
      await current.ready;
      await current.api.warm(widget);
    },
    async switchTo(name) {
      choice = name;
      if (connection) drop(connection);
      await connect().ready;
    },
    async tensorCount() {
      const current = connection ?? connect();
      await current.ready;
      return current.api.tensorCount();
    },
  };
}
