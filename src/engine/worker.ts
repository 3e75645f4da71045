import * as tf from '@tensorflow/tfjs-core';
import * as comlink from 'comlink';
import type { BackendName } from './backend-names.ts';
import { makeCurrent, startBackend, type StartedBackend } from './backends.ts';
import type { Stage } from './conduct.ts';
import { chooseBackend } from './choose-backend.ts';
import type { Answer, Compute, EngineWorker, News } from './messages.ts';
import { run } from './run.ts';
import type { DataSet } from '#lab/data/data-set.ts';
import { untilAborted } from './until-aborted.ts';

type ComputeModule = { readonly default: Compute<unknown> };

const modules = import.meta.glob<ComputeModule>('../../components/widgets/*/compute.ts');

async function load(widget: string): Promise<Compute<unknown>> {
  const path = `../../components/widgets/${widget}/compute.ts`;
  if (!Object.hasOwn(modules, path)) throw new Error(`There is no widget “${widget}”`);
  return (await modules[path]()).default;
}

const started = new Map<BackendName, StartedBackend>();
let main: Promise<StartedBackend> | undefined;
let last: Promise<unknown> = Promise.resolve();

/** One computation at a time: they share a backend and its scope. */
function inTurn<T>(task: () => Promise<T>): Promise<T> {
  const turn = last.then(task, task);
  last = turn;
  return turn;
}

async function switchTo(name: BackendName): Promise<StartedBackend> {
  const running = started.get(name);
  if (running) {
    await makeCurrent(name);
    return running;
  }
  const backend = await startBackend(name);
  started.set(name, backend);
  return backend;
}

async function ask(
  widget: string,
  params: unknown,
  on?: BackendName,
  report?: (news: News) => Promise<void>,
  data?: DataSet,
): Promise<Answer> {
  if (!main) throw new Error('The engine was asked before it was started');
  const { name } = await main;
  const compute = await load(widget);
  return inTurn(async (): Promise<Answer> => {
    const backend = await switchTo(on ?? name);
    const { floatBits, drawnBySoftware } = backend;
    const by = { name: backend.name, floatBits, drawnBySoftware };
    try {
      const say =
        report &&
        (({ milliseconds, ...stage }: Stage) =>
          report({ ...stage, computedBy: { ...by, milliseconds } }));
      const running = run(compute, params, backend, say, data);
      return await untilAborted(running, backend.lost);
    } catch (error) {
      if (backend.lost.aborted) return { kind: 'lost' };
      throw error;
    } finally {
      await switchTo(name);
    }
  });
}

const worker: EngineWorker = {
  async start(wanted) {
    main ??= inTurn(() => chooseBackend(wanted));
    const backend = await main;
    started.set(backend.name, backend);
    const { name, floatBits, drawnBySoftware } = backend;
    return { name, floatBits, drawnBySoftware };
  },
  async warm(widget) {
    await Promise.all([load(widget), import('@tensorflow/tfjs-backend-cpu')]);
  },
  compute: ask,
  experiment: (widget, params, report, data) => ask(widget, params, undefined, report, data),
  tensorCount: () => tf.memory().numTensors,
};

comlink.expose(worker);
