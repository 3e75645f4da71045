import { effect } from '@preact/signals-core';
import { describe, expect, it, vi } from 'vitest';
import type { Answer, Arrays } from '#engine/messages.ts';
import { ndArray, withValue } from '#nd/nd-array.ts';
import { integer, tensor, type ParamsOf } from './params.ts';
import { createWidgetState, type Ask } from './widget-state.ts';

const schema = {
  size: integer({ min: 0, max: 99, default: 0 }),
  image: tensor({ axes: [[1, 3]], default: ndArray([2], [1, 2]) }),
  step: integer({ min: 0, max: 99, default: 0 }),
};
type Params = ParamsOf<typeof schema>;

const initial: Params = { size: 1, image: ndArray([2], [1, 2]), step: 0 };
const computedBy = { name: 'cpu', floatBits: 32, drawnBySoftware: false, milliseconds: 1 } as const;
const resultOf = (value: number): Arrays => ({ y: ndArray([], [value]) });
const answerTo = ({ size }: Params) =>
  ({ kind: 'result', result: resultOf(10 * size), computedBy }) as const;
const sentence = { en: ' is 0.', ja: 'は0です。' };
const error = { code: 'not-positive', argument: 'size', sentence } as const;
const refusal = { kind: 'refused', error } as const;

function create(ask: Ask<Params>) {
  return createWidgetState({ schema, initial, result: resultOf(10), playback: ['step'], ask });
}

/** A state whose questions are answered at once. */
function prompt(answer: (params: Params) => Answer = answerTo) {
  const ask = vi.fn((params: Params) => Promise.resolve().then(() => answer(params)));
  const state = create(ask);
  const settled = () => vi.waitUntil(() => !state.pending.value, { interval: 1 });
  return { ask, state, settled, asked: () => ask.mock.calls.map(([params]) => params.size) };
}

/** A state whose questions wait until they are told to be answered. */
function delayed() {
  const questions: { size: number; answer: (answer?: Answer) => Promise<void> }[] = [];
  const state = create((params) => {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    const answer = async (answer: Answer = answerTo(params)) => {
      resolve(answer);
      await new Promise((done) => setTimeout(done));
    };
    questions.push({ size: params.size, answer });
    return promise;
  });
  return { state, questions, sizes: () => questions.map(({ size }) => size) };
}

describe('a new state', () => {
  it('shows the result that was built, asks nothing and has nothing to undo', () => {
    const { state, ask } = prompt();
    expect(state.params.value).toBe(initial);
    const result = resultOf(10);
    expect(state.answered.value).toEqual({ params: initial, result, computedBy: undefined });
    expect(ask).not.toHaveBeenCalled();
    for (const flag of [state.pending, state.canUndo, state.canRedo]) {
      expect(flag.value).toBe(false);
    }
  });
});

describe('an edit', () => {
  it('changes params at once, asks, and then shows the answer with its own params', async () => {
    const { state, asked, settled } = prompt();
    state.edit({ size: 5 });
    expect(state.params.value).toEqual({ ...initial, size: 5 });
    expect(state.pending.value).toBe(true);
    expect(state.answered.value.params.size).toBe(1);
    await settled();
    expect(asked()).toEqual([5]);
    const params = { ...initial, size: 5 };
    expect(state.answered.value).toEqual({ params, result: resultOf(50), computedBy });
  });

  it('asks for a changed cell, and not for an equal copy of the tensor', async () => {
    const { state, ask, settled } = prompt();
    state.edit({ image: ndArray([2], [1, 2]) });
    expect(ask).not.toHaveBeenCalled();
    state.edit({ image: withValue(initial.image, 1, 9) });
    await settled();
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('names what the reader has had in hand, without the timeline', () => {
    const { state } = prompt();
    state.edit({ size: 2, step: 9 });
    expect(state.edited.value).toEqual(['size']);
  });

  it('of the timeline alone computes nothing', () => {
    const { state, ask } = prompt();
    state.edit({ step: 3 });
    state.show({ step: 4 });
    expect(state.params.value.step).toBe(4);
    expect(state.pending.value).toBe(false);
    expect(ask).not.toHaveBeenCalled();
  });

  it('never lets a watcher see an answer and its pending flag disagree', async () => {
    const { state, settled } = prompt();
    const seen: string[] = [];
    const stop = effect(() => {
      const { params, answered, pending } = state;
      seen.push(`${params.value.size} ${answered.value.params.size} ${String(pending.value)}`);
    });
    state.edit({ size: 2 });
    await settled();
    stop();
    expect(seen).toEqual(['1 1 false', '2 1 true', '2 2 false']);
  });
});

describe('a question that cannot be answered', () => {
  it('keeps the last good figure and says what was refused, until a good answer comes', async () => {
    const { state, settled } = prompt((params) => (params.size === 0 ? refusal : answerTo(params)));
    state.edit({ size: 3 });
    await settled();
    state.edit({ size: 0 });
    await settled();
    expect(state.params.value.size).toBe(0);
    expect(state.answered.value.result).toEqual(resultOf(30));
    expect(state.failure.value).toEqual({ kind: 'refused', error });
    state.undo();
    await settled();
    expect(state.failure.value).toBeUndefined();
  });

  it.each<[string, unknown, string]>([
    ['an error', new Error('no memory'), 'no memory'],
    ['anything else', 'no memory', 'no memory'],
  ])(
    'keeps the last good figure where the engine throws %s, and goes on',
    async (_, thrown, message) => {
      const { state, settled } = prompt((params) => {
        if (params.size === 0) throw thrown;
        return answerTo(params);
      });
      state.edit({ size: 0 });
      await settled();
      expect(state.failure.value).toEqual({ kind: 'broken', message });
      expect(state.answered.value.params).toBe(initial);
      state.edit({ size: 4 });
      await settled();
      expect(state.failure.value).toBeUndefined();
      expect(state.answered.value.result).toEqual(resultOf(40));
    },
  );

  it('keeps the figure that was built where the context was lost for good', async () => {
    const { state, settled } = prompt(() => ({ kind: 'lost' }));
    state.ask();
    await settled();
    expect(state.answered.value.computedBy).toBeUndefined();
  });
});

describe('while answers are slow', () => {
  it('only the newest question waits, and the last answer is to it', async () => {
    const { state, questions, sizes } = delayed();
    for (const size of [2, 3, 4, 5]) state.edit({ size });
    expect(sizes()).toEqual([2]);
    await questions[0].answer();
    expect(state.answered.value.params.size).toBe(2);
    expect(state.pending.value).toBe(true);
    expect(sizes()).toEqual([2, 5]);
    await questions[1].answer();
    expect(state.answered.value.params.size).toBe(5);
    expect(state.pending.value).toBe(false);
  });

  it('a refusal of an older question does not stop the newest', async () => {
    const { state, questions } = delayed();
    state.edit({ size: 0 });
    state.edit({ size: 7 });
    await questions[0].answer(refusal);
    expect(state.failure.value?.kind).toBe('refused');
    await questions[1].answer();
    expect(state.failure.value).toBeUndefined();
    expect(state.answered.value.params.size).toBe(7);
  });

  it('going back to the answered state still ends there', async () => {
    const { state, questions, sizes } = delayed();
    state.edit({ size: 2 });
    state.undo();
    await questions[0].answer();
    expect(sizes()).toEqual([2, 1]);
    await questions[1].answer();
    expect(state.answered.value.params.size).toBe(1);
    expect(state.pending.value).toBe(false);
  });
});

describe('history', () => {
  it('undo, redo and reset ask again', async () => {
    const { state, asked, settled } = prompt();
    const moves = [() => state.edit({ size: 2 }), state.undo, state.redo, state.reset, state.undo];
    for (const move of moves) {
      move();
      await settled();
      expect(state.answered.value.params.size).toBe(state.params.value.size);
    }
    expect(asked()).toEqual([2, 1, 2, 1, 2]);
  });

  it('undoes the edits of one gesture together', () => {
    const { state } = prompt();
    state.edit({ size: 2 });
    for (const size of [3, 4, 5]) state.edit({ size }, 'stroke 1');
    state.undo();
    expect(state.params.value.size).toBe(2);
    state.redo();
    expect(state.params.value.size).toBe(5);
    expect(state.canRedo.value).toBe(false);
  });

  it('does not know of what was only shown', async () => {
    const { state, settled, asked } = prompt();
    state.show({ size: 6 });
    await settled();
    expect(asked()).toEqual([6]);
    expect(state.canUndo.value).toBe(false);
  });

  it('reset can be undone and leads to the state that the widget opened with', () => {
    const { state } = prompt();
    state.edit({ size: 8, step: 3 });
    state.reset();
    expect(state.params.value).toEqual(initial);
    state.undo();
    expect(state.params.value).toEqual({ ...initial, size: 8, step: 3 });
  });

  it('does not grow by an edit that changes nothing', () => {
    const { state } = prompt();
    state.edit({ size: initial.size });
    state.reset();
    expect(state.canUndo.value).toBe(false);
  });
});

it('two states of one schema do not know of each other', async () => {
  const [one, other] = [prompt(), prompt()];
  one.state.edit({ size: 9 });
  await one.settled();
  expect(other.state.params.value).toBe(initial);
  expect(other.ask).not.toHaveBeenCalled();
});
