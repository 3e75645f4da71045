import * as tf from '@tensorflow/tfjs-core';
import type { BackendFacts, BackendName } from './backend-names.ts';

/** A backend that runs; `lost` aborts if its graphics context goes away. */
export type StartedBackend = BackendFacts & { readonly lost: AbortSignal };

/**
 * Loads a backend, the code of which travels only now, and makes it the current one.
 * @throws Error if this machine cannot run it
 */
export async function startBackend(name: BackendName): Promise<StartedBackend> {
  tf.enableProdMode();
  const started = await starters[name]();
  return { name, ...started };
}

const starters: Record<BackendName, () => Promise<Omit<StartedBackend, 'name'>>> = {
  async webgl() {
    const { prepareWebGl, webGlFloatBits } = await import('./webgl.ts');
    const context = prepareWebGl();
    await makeCurrent('webgl');
    return { ...context, floatBits: webGlFloatBits() };
  },
  async wasm() {
    await import('./wasm.ts');
    await makeCurrent('wasm');
    return plainProcessor;
  },
  async cpu() {
    await import('@tensorflow/tfjs-backend-cpu');
    await makeCurrent('cpu');
    return plainProcessor;
  },
};

const plainProcessor = {
  floatBits: 32,
  drawnBySoftware: false,
  lost: new AbortController().signal,
} as const;

/** Makes a backend that was started before the current one again. */
export async function makeCurrent(name: BackendName): Promise<void> {
  if (!(await tf.setBackend(name))) throw new Error(`The backend ${name} did not start`);
}
