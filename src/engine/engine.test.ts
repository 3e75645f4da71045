import * as comlink from 'comlink';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ndArray } from '#nd/nd-array.ts';
import type { BackendFacts, BackendName } from './backend-names.ts';
import { createEngine, type Engine } from './engine.ts';
import type { Answer, EngineWorker } from './messages.ts';

type FakeWorker = Worker & {
  /** What it was started with, and what it was asked. */
  readonly wanted: readonly unknown[];
  readonly asked: readonly unknown[];
  readonly terminated: boolean;
  /** Reports an error, as a worker does whose script does not load. */
  fail(message: string): void;
};

const factsOf = (name: BackendName = 'webgl'): BackendFacts => ({
  name,
  floatBits: 32,
  drawnBySoftware: false,
});

const resultFor = (value: unknown): Answer => ({
  kind: 'result',
  result: { y: ndArray([], [Number(value)]) },
  computedBy: { ...factsOf(), milliseconds: 0 },
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const never = () => new Promise<never>(() => undefined);

type Behaviour = Partial<Pick<EngineWorker, 'start' | 'compute'>>;

/** A worker at the other end of a message channel, with comlink between as in the browser. */
function fakeWorker(behaviour: Behaviour): FakeWorker {
  const { port1: inside, port2: outside } = new MessageChannel();
  const errors = new EventTarget();
  const fake = {
    wanted: [] as unknown[],
    asked: [] as unknown[],
    terminated: false,
    postMessage: outside.postMessage.bind(outside),
    start: () => outside.start(),
    addEventListener(type: string, listener: EventListener) {
      (type === 'error' ? errors : outside).addEventListener(type, listener);
    },
    removeEventListener: outside.removeEventListener.bind(outside),
    terminate() {
      fake.terminated = true;
      inside.close();
      outside.close();
    },
    fail(message: string) {
      errors.dispatchEvent(Object.assign(new Event('error'), { message }));
    },
  };
  const api: EngineWorker = {
    start(name) {
      fake.wanted.push(name);
      return behaviour.start?.(name) ?? Promise.resolve(factsOf(name));
    },
    compute(...question) {
      fake.asked.push(question);
      return behaviour.compute?.(...question) ?? Promise.resolve(resultFor(question[1]));
    },
    warm: () => Promise.resolve(),
    experiment: never,
    tensorCount: () => 7,
  };
  comlink.expose(api, inside as unknown as comlink.Endpoint);
  onTestFinished(fake.terminate);
  return fake as unknown as FakeWorker;
}

/** An engine whose nth worker behaves as the nth behaviour says; further ones behave well. */
function engineWith(...behaviours: Behaviour[]) {
  const workers: FakeWorker[] = [];
  const start = (wanted?: BackendName): Engine =>
    createEngine(() => {
      const worker = fakeWorker(behaviours[workers.length] ?? {});
      workers.push(worker);
      return worker;
    }, wanted);
  return { start, engine: start(), workers };
}

/** What a promise comes to, or that it hangs. */
const outcome = (promise: Promise<unknown>) =>
  Promise.race([promise, pause(400).then(() => 'hangs')]);

const losing = { compute: () => Promise.resolve<Answer>({ kind: 'lost' }) };
describe('questions', () => {
  it('start one worker, at the first of them', async () => {
    const { engine, workers } = engineWith();
    expect(workers).toHaveLength(0);
    expect(engine.backend.value).toBeUndefined();
    await engine.warm('conv-filter');
    expect(await engine.compute('conv-filter', 1)).toEqual(resultFor(1));
    expect(await engine.compute('conv-filter', 2, 'cpu')).toEqual(resultFor(2));
    expect(workers).toHaveLength(1);
    expect(workers[0].wanted).toHaveLength(1);
    expect(workers[0].asked).toEqual([
      ['conv-filter', 1, undefined],
      ['conv-filter', 2, 'cpu'],
    ]);
    expect(await engine.tensorCount()).toBe(7);
  });

  it('of two widgets at once each get their own answer, whichever comes first', async () => {
    const compute = (_: string, params: unknown) =>
      pause(Number(params)).then(() => resultFor(params));
    const { engine, workers } = engineWith({ compute });
    const answers = [engine.compute('slow', 40), engine.compute('quick', 1)];
    expect(await Promise.race(answers)).toEqual(resultFor(1));
    expect(await Promise.all(answers)).toEqual([resultFor(40), resultFor(1)]);
    expect(workers).toHaveLength(1);
  });

  it('that break are reported, and the worker goes on', async () => {
    const compute = (_: string, params: unknown) =>
      params === 'bad'
        ? Promise.reject(new Error('no such widget'))
        : Promise.resolve(resultFor(1));
    const { engine, workers } = engineWith({ compute });
    await expect(engine.compute('x', 'bad')).rejects.toThrow('no such widget');
    expect(await engine.compute('x', 1)).toEqual(resultFor(1));
    expect(workers).toHaveLength(1);
  });
});

describe('the backend', () => {
  it('is the best one unless one is wanted', async () => {
    const { start, engine, workers } = engineWith();
    await engine.warm('x');
    await start('wasm').warm('x');
    expect(workers.map(({ wanted }) => wanted)).toEqual([[undefined], ['wasm']]);
    expect(engine.backend.value).toEqual(factsOf('webgl'));
  });

  it('can be switched: another worker takes over with it', async () => {
    const { engine, workers } = engineWith();
    await engine.warm('x');
    await engine.switchTo('cpu');
    expect(engine.backend.value).toEqual(factsOf('cpu'));
    workers[0].fail('too late to matter');
    await engine.compute('x', 2);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
    expect(workers[1]).toMatchObject({ wanted: ['cpu'], asked: [['x', 2, undefined]] });
  });

  it('can be switched while a question is on its way, which is still answered', async () => {
    const { engine } = engineWith({ compute: never });
    const answer = engine.compute('x', 1);
    await engine.warm('x');
    await engine.switchTo('cpu');
    expect(await outcome(answer)).toEqual(resultFor(1));
  });

  it('can be switched while the first one is starting', async () => {
    const { engine } = engineWith({ start: never });
    const answer = engine.compute('x', 1);
    await engine.switchTo('cpu');
    expect(await outcome(answer)).toEqual(resultFor(1));
  });
});

describe('a lost graphics context', () => {
  it('is survived: a new worker answers the same question', async () => {
    const { engine, workers } = engineWith(losing);
    expect(await engine.compute('x', 5)).toEqual(resultFor(5));
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
    expect(workers[1].asked).toEqual([['x', 5, undefined]]);
  });

  it('lets everybody know that another backend has taken over', async () => {
    const { engine } = engineWith(losing);
    const seen: unknown[] = [];
    engine.backend.subscribe((facts) => seen.push(facts));
    await engine.compute('x', 5);
    expect(seen).toEqual([undefined, factsOf(), factsOf()]);
  });

  it('again and again makes the engine step down to WebAssembly', async () => {
    const { engine, workers } = engineWith(losing, losing);
    expect(await engine.compute('x', 5)).toEqual(resultFor(5));
    expect(workers.map(({ wanted }) => wanted[0])).toEqual([undefined, undefined, 'wasm']);
  });

  it('for ever is reported, not tried for ever', async () => {
    const { engine, workers } = engineWith(losing, losing, losing, losing);
    expect(await engine.compute('x', 5)).toEqual({ kind: 'lost' });
    expect(workers).toHaveLength(3);
  });

  it('of two questions starts one new worker', async () => {
    const { engine, workers } = engineWith(losing);
    const answers = await Promise.all([engine.compute('a', 1), engine.compute('b', 2)]);
    expect(answers).toEqual([resultFor(1), resultFor(2)]);
    expect(workers).toHaveLength(2);
  });

  it('leaves no other question without an answer', async () => {
    const compute = (widget: string) => (widget === 'a' ? losing.compute() : never());
    const { engine } = engineWith({ compute });
    const [first, second] = [engine.compute('a', 1), engine.compute('b', 2)];
    expect(await first).toEqual(resultFor(1));
    expect(await outcome(second)).toEqual(resultFor(2));
  });
});

describe('a dead worker', () => {
  it('is replaced for the next question', async () => {
    const { engine, workers } = engineWith({ compute: never });
    const answer = engine.compute('x', 1).catch(() => 'failed');
    await engine.warm('x');
    workers[0].fail('out of memory');
    await answer;
    expect(workers[0].terminated).toBe(true);
    expect(await engine.compute('x', 2)).toEqual(resultFor(2));
    expect(workers).toHaveLength(2);
  });

  it('is survived: a new worker answers the same question', async () => {
    const { engine, workers } = engineWith({ compute: never });
    const answer = engine.compute('x', 1);
    await engine.warm('x');
    workers[0].fail('out of memory');
    expect(await outcome(answer)).toEqual(resultFor(1));
  });

  it('that never loaded is reported in its own words, and tried again', async () => {
    const { engine, workers } = engineWith({ start: never }, { start: never }, { start: never });
    const answer = engine.compute('x', 1);
    const failing = setInterval(() => workers.at(-1)?.fail('blocked by the network'), 5);
    await expect(answer).rejects.toThrow('blocked by the network');
    clearInterval(failing);
    const before = workers.length;
    void engine.warm('x').catch(() => undefined);
    expect(workers).toHaveLength(before + 1);
  });

  it('that finds no backend is reported in its own words and not kept', async () => {
    const { engine, workers } = engineWith({ start: () => Promise.reject(new Error('none here')) });
    await expect(engine.compute('x', 1)).rejects.toThrow('none here');
    expect(workers[0].terminated).toBe(true);
    expect(await engine.compute('x', 2)).toEqual(resultFor(2));
  });
});
