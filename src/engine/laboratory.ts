import * as comlink from 'comlink';
import type { DataSet } from '#lab/data/data-set.ts';
import type { BackendName } from './backend-names.ts';
import type { Answer, EngineWorker, News } from './messages.ts';
import { untilAborted } from './until-aborted.ts';

/** An experiment on its way in a worker of its own. */
export type Conducted = {
  /** What has come of it; undefined if it was stopped. Rejects if its worker fails. */
  readonly outcome: Promise<Answer | undefined>;
  /** Lets it wait after what it is computing now. */
  pause(): void;
  resume(): void;
  stop(): void;
};

/** What is asked: a widget, its params, and data of the reader's own if there are any. */
export type Question = {
  readonly widget: string;
  readonly params: unknown;
  readonly data?: DataSet | undefined;
};

/** Why nobody waits for a worker any more: the reader, or another experiment, has ended it. */
class Stopped extends Error {}

/**
 * Conducts an experiment in a worker of its own, which lives as long as it.
 * @param createWorker gives a fresh worker
 * @param wanted the backend to compute on, if that can be had
 * @param hear takes what the experiment has to say on its way; it waits until this is done with it
 */
export function conductInWorker(
  createWorker: () => Worker,
  wanted: BackendName | undefined,
  question: Question,
  hear: (news: News) => unknown,
): Conducted {
  const worker = createWorker();
  const life = new AbortController();
  const api = comlink.wrap<EngineWorker>(worker);
  let gate: PromiseWithResolvers<void> | undefined;

  worker.addEventListener('error', (event) => {
    life.abort(new Error(event.message || 'The laboratory’s worker did not load'));
  });

  async function report(news: News): Promise<void> {
    if (life.signal.aborted) return;
    await hear(news);
    await gate?.promise;
  }

  async function conduct(): Promise<Answer | undefined> {
    const { widget, params, data } = question;
    try {
      await untilAborted(api.start(wanted), life.signal);
      const answer: Promise<Answer> = api.experiment(widget, params, comlink.proxy(report), data);
      return await untilAborted(answer, life.signal);
    } catch (error) {
      if (error instanceof Stopped) return undefined;
      throw error;
    } finally {
      worker.terminate();
    }
  }

  return {
    outcome: conduct(),
    pause() {
      gate ??= Promise.withResolvers();
    },
    resume() {
      gate?.resolve();
      gate = undefined;
    },
    stop() {
      life.abort(new Stopped());
    },
  };
}
