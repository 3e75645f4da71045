import * as comlink from 'comlink';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ndArray } from '#nd/nd-array.ts';
import { conductInWorker } from './laboratory.ts';
import type { Answer, EngineWorker, News } from './messages.ts';

const computedBy = { name: 'cpu', floatBits: 32, drawnBySoftware: false, milliseconds: 1 } as const;
const newsOf = (done: number): News => ({
  done,
  total: 3,
  result: { y: ndArray([], [done]) },
  computedBy,
});
const answer: Answer = { kind: 'result', result: newsOf(3).result, computedBy };

/** A worker at the other end of a channel, in which an experiment of three steps runs. */
function worker(experiment?: EngineWorker['experiment']) {
  const { port1: inside, port2: outside } = new MessageChannel();
  const errors = new EventTarget();
  const terminate = vi.fn(() => {
    inside.close();
    outside.close();
  });
  const api: Partial<EngineWorker> = {
    start: () => Promise.resolve({ name: 'cpu', floatBits: 32, drawnBySoftware: false }),
    experiment:
      experiment ??
      (async (_, __, report) => {
        for (const done of [1, 2, 3]) await report(newsOf(done));
        return answer;
      }),
  };
  comlink.expose(api, inside as unknown as comlink.Endpoint);
  onTestFinished(() => terminate());
  const fake = {
    postMessage: outside.postMessage.bind(outside),
    start: () => outside.start(),
    addEventListener: (type: string, listener: EventListener) =>
      (type === 'error' ? errors : outside).addEventListener(type, listener),
    removeEventListener: outside.removeEventListener.bind(outside),
    terminate,
    fail: (message: string) => errors.dispatchEvent(Object.assign(new Event('error'), { message })),
  };
  return fake as unknown as Worker & { fail(message: string): void; terminate: typeof terminate };
}

const question = { widget: 'w', params: {} };
const soon = () => new Promise((resolve) => setTimeout(resolve, 40));

describe('an experiment in a worker of its own', () => {
  it('says how far it is, comes to its answer, and leaves no worker behind', async () => {
    const one = worker();
    const heard: number[] = [];
    const { outcome } = conductInWorker(
      () => one,
      undefined,
      question,
      ({ done }) => heard.push(done),
    );
    expect(await outcome).toEqual(answer);
    expect(heard).toEqual([1, 2, 3]);
    expect(one.terminate).toHaveBeenCalled();
  });

  it('waits while it is paused, and goes on where it was', async () => {
    const heard: number[] = [];
    const conducted = conductInWorker(worker, undefined, question, ({ done }) => {
      heard.push(done);
      if (done === 2) conducted.pause();
    });
    await soon();
    expect(heard).toEqual([1, 2]);
    conducted.resume();
    expect(await conducted.outcome).toEqual(answer);
    expect(heard).toEqual([1, 2, 3]);
  });

  it('that is stopped has no answer and says nothing more', async () => {
    const one = worker();
    const heard: number[] = [];
    const conducted = conductInWorker(
      () => one,
      undefined,
      question,
      ({ done }) => {
        heard.push(done);
        if (done === 1) conducted.stop();
      },
    );
    expect(await conducted.outcome).toBeUndefined();
    await soon();
    expect(heard).toEqual([1]);
    expect(one.terminate).toHaveBeenCalled();
  });

  it('fails where its worker does', async () => {
    const one = worker(() => new Promise(() => undefined));
    const { outcome } = conductInWorker(
      () => one,
      undefined,
      question,
      () => undefined,
    );
    setTimeout(() => one.fail('no such file'), 10);
    await expect(outcome).rejects.toThrow('no such file');
    expect(one.terminate).toHaveBeenCalled();
  });

  it('whose graphics context is lost says so', async () => {
    const lost = () => worker(() => Promise.resolve({ kind: 'lost' }));
    const { outcome } = conductInWorker(lost, undefined, question, () => undefined);
    expect(await outcome).toEqual({ kind: 'lost' });
  });
});
