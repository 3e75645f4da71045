import { backendNames, type BackendName } from './backend-names.ts';
import { startBackend, type StartedBackend } from './backends.ts';
import { passesSelfCheck } from './self-check.ts';

/**
 * Starts the wanted backend, or else the best one that runs here, computes in 32-bit floats and
 * passes its self-check.
 */
export async function chooseBackend(wanted?: BackendName): Promise<StartedBackend> {
  const order = wanted ? [wanted, ...backendNames.filter((name) => name !== wanted)] : backendNames;
  const faults: string[] = [];
  for (const name of order) {
    try {
      const backend = await startBackend(name);
      if (backend.floatBits === 32 && (await passesSelfCheck())) return backend;
      faults.push(`${name} does not compute exactly enough`);
    } catch (error) {
      faults.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(`No backend works here. ${faults.join('; ')}`);
}
