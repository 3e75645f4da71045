import { backendNames, type BackendName } from './backend-names.ts';
import { drawn } from './drawn.ts';
import { createEngine, type Engine } from './engine.ts';
import { conductInWorker, type Conducted, type Question } from './laboratory.ts';
import type { News } from './messages.ts';
import workerUrl from './worker.ts?worker&url';

const REMEMBERED = 'seikika:backend';

let engine: Engine | undefined;
let experiment: Conducted | undefined;

const engineWorker = (): Worker => startWorker('engine');
const laboratoryWorker = (): Worker => startWorker('laboratory');

function startWorker(name: string): Worker {
  try {
    return new Worker(workerUrl, { type: 'module', name });
  } catch {
    // A sandboxed frame has no origin of its own, and may start only what stands in an address itself.
    const source = `import ${JSON.stringify(new URL(workerUrl, location.href).href)};`;
    return new Worker(`data:text/javascript,${encodeURIComponent(source)}`, {
      type: 'module',
      name,
    });
  }
}

/** The one engine of this page: every widget on it asks the same worker. */
export function pageEngine(): Engine {
  engine ??= createEngine(engineWorker, wantedBackend());
  return engine;
}

/** Starts an experiment in a worker of its own, and ends the one that this page may have on its way. */
export function startExperiment(question: Question, hear: (news: News) => void): Conducted {
  experiment?.stop();
  const wanted = pageEngine().backend.peek()?.name ?? wantedBackend();
  // The page draws before the experiment goes on: they need not share a processor.
  experiment = conductInWorker(laboratoryWorker, wanted, question, (news) => {
    hear(news);
    return drawn();
  });
  return experiment;
}

/** Switches the page to a backend and remembers it for the next visit, where storage is allowed. */
export async function preferBackend(name: BackendName): Promise<void> {
  try {
    localStorage.setItem(REMEMBERED, name);
  } catch {
    // Sandboxed frames have no storage; the choice then lasts as long as the page.
  }
  // A later choice takes over from this one; then that one's figures answer.
  await pageEngine()
    .switchTo(name)
    .catch(() => undefined);
}

function wantedBackend(): BackendName | undefined {
  const named = new URLSearchParams(location.search).get('backend') ?? remembered();
  return backendNames.find((name) => name === named);
}

function remembered(): string | null {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}
