import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../', import.meta.url));

/** Loads modules of the project as its build would, for programs that run in Node. */
export async function loadSource() {
  const { createViteServer } = await import('vitest/node');
  globalThis.require ??= createRequire(import.meta.url);
  const server = await createViteServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
    // Bundled, so that core and backend are one instance; core looks for Node's `util` by `require`.
    ssr: { noExternal: [/@tensorflow\//] },
  });
  return {
    load: async <T>(path: string): Promise<T> => (await server.ssrLoadModule(path)) as T,
    close: () => server.close(),
  };
}
