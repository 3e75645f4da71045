import { describe, expect, it, vi } from 'vitest';
import { untilAborted } from './until-aborted.ts';

const never = new Promise<never>(() => undefined);

/** A signal, what aborts it, and how many still listen to it. */
function life() {
  const controller = new AbortController();
  const { signal } = controller;
  let listening = 0;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  vi.spyOn(signal, 'addEventListener').mockImplementation((...given: Parameters<typeof add>) => {
    listening += 1;
    add(...given);
  });
  vi.spyOn(signal, 'removeEventListener').mockImplementation(
    (...given: Parameters<typeof remove>) => {
      listening -= 1;
      remove(...given);
    },
  );
  return { signal, abort: (reason: Error) => controller.abort(reason), listening: () => listening };
}

const gone = new Error('gone');

describe('untilAborted', () => {
  it('gives what the promise gives', async () => {
    const { signal } = life();
    expect(await untilAborted(Promise.resolve(7), signal)).toBe(7);
    await expect(untilAborted(Promise.reject(new Error('broken')), signal)).rejects.toThrow(
      'broken',
    );
  });

  it('gives up with the signal’s own reason', async () => {
    const { signal, abort } = life();
    const waiting = untilAborted(never, signal);
    abort(gone);
    await expect(waiting).rejects.toBe(gone);
  });

  it('does not wait at all once the signal has been given', async () => {
    const { signal, abort, listening } = life();
    abort(gone);
    await expect(untilAborted(never, signal)).rejects.toBe(gone);
    await expect(untilAborted(Promise.resolve(7), signal)).rejects.toBe(gone);
    expect(listening()).toBe(0);
  });

  it('keeps to what came first', async () => {
    const { signal, abort } = life();
    const answer = untilAborted(Promise.resolve(7), signal);
    await answer;
    abort(gone);
    expect(await answer).toBe(7);
  });

  it('leaves nobody listening behind, however it ends', async () => {
    const { signal, listening } = life();
    await Promise.allSettled(
      Array.from({ length: 5 }, (_, index) =>
        untilAborted(index % 2 ? Promise.resolve() : Promise.reject(gone), signal),
      ),
    );
    await vi.waitFor(() => expect(listening()).toBe(0));
  });

  it('reports a failure once: to the one who waits', async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown): void => void unhandled.push(reason);
    const others = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', note);
    try {
      const { signal, abort } = life();
      await untilAborted(Promise.reject(new Error('broken')), signal).catch(() => undefined);
      const late = untilAborted(
        new Promise((_, reject) => setTimeout(() => reject(new Error('too late')))),
        signal,
      );
      abort(gone);
      await late.catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 20));
    } finally {
      process.off('unhandledRejection', note);
      for (const other of others) process.on('unhandledRejection', other);
    }
    expect(unhandled).toEqual([]);
  });
});
