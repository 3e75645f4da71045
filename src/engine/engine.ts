import { signal, type ReadonlySignal } from '@preact/signals-core';
import * as comlink from 'comlink';
import type { BackendFacts, BackendName } from './backend-names.ts';
import type { Answer, EngineWorker } from './messages.ts';
import { untilAborted } from './until-aborted.ts';

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
  /** Aborts with a WorkerGone when the worker dies or is given up: nobody waits for it then. */
  readonly gone: AbortSignal;
  readonly ready: Promise<BackendFacts>;
  close(reason: string): void;
};

/** The worker that was asked is no more; another one may answer. */
class WorkerGone extends Error {}

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
    const life = new AbortController();
    const gone = life.signal;
    const close = (reason: string): void => {
      worker.terminate();
      life.abort(new WorkerGone(reason));
    };
    const api = comlink.wrap<EngineWorker>(worker);
    const ready = untilAborted(api.start(choice), gone);
    const opened = { api, gone, ready, close };
    worker.addEventListener('error', (event) => {
      drop(opened, event.message || 'The engine’s worker did not load');
    });
    connection = opened;
    ready.then(
      (facts) => {
        if (connection === opened) backend.value = facts;
      },
      () => drop(opened, 'The engine did not start'),
    );
    return opened;
  }

  function drop(dead: Connection, reason: string): void {
    dead.close(reason);
    if (connection === dead) connection = undefined;
  }

  async function ask(widget: string, params: unknown, on?: BackendName): Promise<Answer> {
    const current = connection ?? connect();
    await current.ready;
    const asked: Promise<Answer> = current.api.compute(widget, params, on);
    const answer = await untilAborted(asked, current.gone);
    if (answer.kind === 'lost') drop(current, 'The graphics context is gone');
    return answer;
  }

  return {
    backend,
    async compute(widget, params, on) {
      for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
        try {
          const answer = await ask(widget, params, on);
          if (answer.kind !== 'lost') return answer;
        } catch (error) {
          if (!(error instanceof WorkerGone)) throw error;
        }
      }
      choice = 'wasm';
      return ask(widget, params, on);
    },
    async warm(widget) {
      const current = connection ?? connect();
      await current.ready;
      await untilAborted(current.api.warm(widget), current.gone);
    },
    async switchTo(name) {
      choice = name;
      if (connection) drop(connection, 'Another backend takes over');
      await connect().ready;
    },
    async tensorCount() {
      const current = connection ?? connect();
      await current.ready;
      return untilAborted(current.api.tensorCount(), current.gone);
    },
  };
}
