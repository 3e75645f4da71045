import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BackendName } from '#engine/backend-names.ts';
import type { Engine } from '#engine/engine.ts';
import type { Answer, ComputedBy } from '#engine/messages.ts';
import { ndArray } from '#nd/nd-array.ts';
import { createCpuCheck, largestDifference } from './cpu-check.ts';
import type { AnyState } from './widget-state.ts';

const arrays = (...values: number[]) => ({ y: ndArray([values.length], values) });

describe('largestDifference', () => {
  it('is 0 for equal results', () => {
    expect(largestDifference(arrays(1, -2, 0), arrays(1, -2, 0))).toBe(0);
    expect(largestDifference({}, {})).toBe(0);
    expect(largestDifference(arrays(), arrays())).toBe(0);
  });

  it('is relative to the largest magnitude of the reference', () => {
    expect(largestDifference(arrays(1, 98, -200), arrays(1, 100, -200))).toBe(0.01);
    expect(largestDifference(arrays(1, 0), arrays(2, 0))).toBe(0.5);
  });

  it('is absolute where the reference is all zero', () => {
    expect(largestDifference(arrays(0, 0.25), arrays(0, 0))).toBe(0.25);
  });

  it('measures every array against its own largest value', () => {
    const got = { small: ndArray([1], [0.5]), large: ndArray([1], [1000]) };
    const reference = { small: ndArray([1], [1]), large: ndArray([1], [1000]) };
    expect(largestDifference(got, reference)).toBe(0.5);
  });

  it('lets cells agree that both sides hold as not finite, and still compares the others', () => {
    expect(largestDifference(arrays(NaN, 1), arrays(NaN, 1))).toBe(0);
    expect(largestDifference(arrays(Infinity, 1), arrays(NaN, 2))).toBe(0.5);
  });

  it.each([
    ['NaN', NaN],
    ['Infinity', Infinity],
  ])('never takes a cell that is %s on one side only for an agreement', (_, value) => {
    expect(largestDifference(arrays(1, value), arrays(1, 1)) < 1).toBe(false);
    expect(largestDifference(arrays(1, 1), arrays(1, value)) < 1).toBe(false);
  });

  it('tells how much differs even where one side holds NaN, so that it can be shown', () => {
    expect(largestDifference(arrays(NaN, 1), arrays(1, 1))).toBe(Infinity);
  });
});

const by = (name: BackendName, milliseconds = 1, drawnBySoftware = false): ComputedBy => ({
  name,
  floatBits: 32,
  drawnBySoftware,
  milliseconds,
});

const answer = (value: number, computedBy: ComputedBy): Answer => ({
  kind: 'result',
  result: { y: ndArray([1], [value]) },
  computedBy,
});

type Asked = readonly [params: unknown, on: BackendName | undefined];

/** A figure that shows `value`, and an engine that answers as it is told. */
function figure(value: number, computedBy: ComputedBy | undefined) {
  const shown = (next: number, params: object, name = computedBy) => ({
    params,
    result: { y: ndArray([1], [next]) },
    computedBy: name,
  });
  const answered = signal(shown(value, { first: true }));
  const asked: Asked[] = [];
  const engine = {
    reply: ((): Promise<Answer> => Promise.resolve(answer(4, by('cpu')))) as (
      asked: Asked,
    ) => Promise<Answer>,
    compute(_: string, params: unknown, on?: BackendName) {
      asked.push([params, on]);
      return engine.reply([params, on]);
    },
  };
  const state = { answered, pending: signal(false) } as unknown as AnyState;
  const { check, stop } = createCpuCheck({ id: 'w' }, state, engine as unknown as Engine);
  const show = (next: number, params: object): void => {
    answered.value = shown(next, params);
  };
  return { check, stop, asked, engine, show };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const rest = () => vi.advanceTimersByTimeAsync(2000);

describe('the check against the CPU', () => {
  it('computes a figure once more on the CPU, once it rests', async () => {
    const { check, asked } = figure(5, by('webgl'));
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toEqual([]);
    await rest();
    expect(asked).toEqual([[{ first: true }, 'cpu']]);
    expect(check.value).toEqual({ difference: 0.25 });
  });

  it('is not made of what the CPU or the build has computed', async () => {
    const figures = [figure(5, by('cpu')), figure(5, undefined)];
    await rest();
    expect(figures.map(({ asked }) => asked)).toEqual([[], []]);
  });

  it('is of the present figure only: gone at a change, made anew after it', async () => {
    const { check, asked, show } = figure(5, by('webgl'));
    await rest();
    show(4, { second: true });
    expect(check.value).toBeUndefined();
    await vi.advanceTimersByTimeAsync(100);
    show(3, { third: true });
    await rest();
    expect(asked.map(([params]) => params)).toEqual([{ first: true }, { third: true }]);
    expect(check.value).toEqual({ difference: 0.25 });
  });

  it('does not give an old answer to a new figure', async () => {
    const { check, engine, show } = figure(5, by('webgl'));
    let reply: (late: Answer) => void = () => undefined;
    engine.reply = () => new Promise((resolve) => (reply = resolve));
    await rest();
    show(4, { second: true });
    reply(answer(4, by('cpu')));
    await vi.advanceTimersByTimeAsync(1);
    expect(check.value).toBeUndefined();
  });

  it.each([
    ['fails', () => Promise.reject(new Error('no CPU here'))],
    ['is lost', () => Promise.resolve<Answer>({ kind: 'lost' })],
  ])('shows nothing where the CPU %s', async (_, reply) => {
    const { check, engine } = figure(5, by('webgl'));
    engine.reply = reply;
    await rest();
    expect(check.value).toBeUndefined();
  });

  it('is not made any more once it is stopped', async () => {
    const { asked, stop, show } = figure(5, by('webgl'));
    stop();
    show(4, { second: true });
    await rest();
    expect(asked).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('where WebGL is drawn by software', () => {
  const times = { webgl: 20, wasm: 5, cpu: 2 };
  const software = () => {
    const one = figure(4, by('webgl', 300, true));
    one.engine.reply = ([, on = 'webgl']) => Promise.resolve(answer(4, by(on, times[on])));
    return one;
  };

  it('a faster backend is named with both times, each of a second run', async () => {
    const { check, asked } = software();
    await rest();
    expect(asked.map(([, on]) => on)).toEqual(['cpu', 'webgl', 'webgl', 'wasm', 'wasm']);
    expect(check.value).toEqual({
      difference: 0,
      faster: { name: 'wasm', milliseconds: 5, usual: 20 },
    });
  });

  it('the CPU is tried where WebAssembly is slower or fails', async () => {
    const { check, engine } = software();
    const { reply } = engine;
    engine.reply = (asked) =>
      asked[1] === 'wasm' ? Promise.reject(new Error('no WebAssembly')) : reply(asked);
    await rest();
    expect(check.value?.faster).toEqual({ name: 'cpu', milliseconds: 2, usual: 20 });
  });

  it('times that come too late belong to no figure', async () => {
    const { check, asked, engine, show } = software();
    const { reply } = engine;
    engine.reply = (question) => {
      if (question[1] === 'wasm') show(7, { second: true });
      return reply(question);
    };
    await vi.advanceTimersByTimeAsync(500);
    expect(asked).toHaveLength(5);
    expect(check.value).toBeUndefined();
  });

  it('speeds are compared once, and still offered after an edit', async () => {
    const { check, asked, show } = software();
    await rest();
    const compared = asked.length;
    show(4, { second: true });
    await rest();
    expect(asked.slice(compared)).toEqual([[{ second: true }, 'cpu']]);
    expect(check.value?.faster?.name).toBe('wasm');
  });

  it('nothing is offered where nothing is faster, and the difference still shows', async () => {
    const { check, engine } = software();
    engine.reply = ([, on = 'webgl']) => Promise.resolve(answer(4, by(on, on === 'webgl' ? 1 : 9)));
    await rest();
    expect(check.value).toEqual({ difference: 0 });
  });
});
