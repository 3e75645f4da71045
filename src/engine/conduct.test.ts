import { describe, expect, it, vi } from 'vitest';
import type { Experiment } from '#lab/experiment.ts';
import { ndArray } from '#nd/nd-array.ts';
import { conduct, type Stage } from './conduct.ts';

type Result = { readonly y: ReturnType<typeof ndArray> };

/** Says after every step how many there have been. */
async function* counting(steps: number, each = () => Promise.resolve()): Experiment<Result> {
  for (let done = 1; done <= steps; done++) {
    await each();
    yield { done, total: steps, result: () => Promise.resolve({ y: ndArray([], [done]) }) };
  }
}

describe('an experiment', () => {
  it('without anybody who hears of it is asked for its last result', async () => {
    const result = vi.fn(() => Promise.resolve({ y: ndArray([], [1]) }));
    async function* experiment(): Experiment<Result> {
      for (let done = 1; done <= 50; done++)
        yield await Promise.resolve({ done, total: 50, result });
    }
    expect(await conduct(experiment())).toMatchObject({ done: 50, total: 50 });
    expect(result.mock.calls.length).toBeLessThanOrEqual(2);
  });

  it('says how far it is at its first step and at its last, and not at every one between', async () => {
    const heard: number[] = [];
    await conduct(counting(200), ({ done }) => Promise.resolve(void heard.push(done)));
    expect(heard[0]).toBe(1);
    expect(heard.at(-1)).toBe(200);
    expect(heard.length).toBeLessThan(20);
  });

  it('waits for who hears of it, and does not count that as computing', async () => {
    const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 60));
    const stages: Stage[] = [];
    await conduct(counting(2), async (stage) => {
      stages.push(stage);
      await pause();
    });
    expect(stages.map(({ done }) => done)).toEqual([1, 2]);
    expect(stages[1].milliseconds).toBeLessThan(50);
  });

  it('that fails, fails', async () => {
    const failing = counting(3, () => Promise.reject(new Error('no')));
    await expect(conduct(failing)).rejects.toThrow('no');
  });

  it('that gives nothing is an error', async () => {
    await expect(conduct(counting(0))).rejects.toThrow(/before it began/);
  });
});
