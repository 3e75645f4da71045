import { backendNames, type BackendName } from './backend-names.ts';
import { createEngine, type Engine } from './engine.ts';

const REMEMBERED = 'seikika:backend';

let engine: Engine | undefined;

/** The one engine of this page: every widget on it asks the same worker. */
export function pageEngine(): Engine {
  engine ??= createEngine(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'engine' }),
    wantedBackend(),
  );
  return engine;
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
