import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { newestWins } from './newest-wins.ts';

const turn = () => new Promise((resolve) => setTimeout(resolve));

/** Questions are numbers, their answers are texts; each waits until `answer` is called. */
function setUp() {
  const asked: number[] = [];
  const received: string[] = [];
  let resolve: (answer: string) => void = () => undefined;
  const put = newestWins<number, string>(
    (question) => {
      asked.push(question);
      return new Promise((done) => (resolve = done));
    },
    (question, answer, newest) => received.push(`${question} ${answer}${newest ? ' newest' : ''}`),
  );
  const answer = async (text: string) => {
    resolve(text);
    await turn();
  };
  return { put, answer, asked, received };
}

describe('newestWins', () => {
  it('asks the first question at once', async () => {
    const { put, answer, asked, received } = setUp();
    put(1);
    expect(asked).toEqual([1]);
    await answer('one');
    expect(received).toEqual(['1 one newest']);
  });

  it('asks one at a time, and of those that wait only the newest', async () => {
    const { put, answer, asked, received } = setUp();
    for (const question of [1, 2, 3, 4]) put(question);
    expect(asked).toEqual([1]);
    await answer('one');
    expect(asked).toEqual([1, 4]);
    await answer('four');
    expect(asked).toEqual([1, 4]);
    expect(received).toEqual(['1 one', '4 four newest']);
  });

  it('starts again after a rest', async () => {
    const { put, answer, asked, received } = setUp();
    put(1);
    await answer('one');
    put(2);
    put(3);
    expect(asked).toEqual([1, 2]);
    await answer('two');
    await answer('three');
    expect(received).toEqual(['1 one newest', '2 two', '3 three newest']);
  });

  it('takes a question that is put while an answer is received', async () => {
    const asked: number[] = [];
    const put = newestWins<number, number>(
      (question) => {
        asked.push(question);
        return Promise.resolve(question);
      },
      (question) => {
        if (question < 3) put(question + 1);
      },
    );
    put(1);
    await turn();
    expect(asked).toEqual([1, 2, 3]);
  });

  it('answers the last question last, however long each answer takes', async () => {
    const delays = fc.array(fc.record({ pause: fc.nat(2), delay: fc.nat(3) }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(delays, async (steps) => {
        const received: number[] = [];
        let open = 0;
        const put = newestWins<number, undefined>(
          async (question) => {
            expect(++open).toBe(1);
            for (let wait = 0; wait < steps[question].delay; wait++) await Promise.resolve();
            open--;
            return undefined;
          },
          (question) => received.push(question),
        );
        for (const [question, { pause }] of steps.entries()) {
          put(question);
          for (let wait = 0; wait < pause; wait++) await Promise.resolve();
        }
        await vi.waitFor(() => expect(received.at(-1)).toBe(steps.length - 1), { interval: 0 });
        expect(received).toEqual([...received].sort((a, b) => a - b));
      }),
    );
  });
});

describe('where asking fails', () => {
  /** Runs with unhandled rejections collected, as a page would report them. */
  async function collectingErrors(run: () => Promise<void>): Promise<unknown[]> {
    const errors: unknown[] = [];
    const listeners = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', (error) => errors.push(error));
    try {
      await run();
    } finally {
      process.removeAllListeners('unhandledRejection');
      for (const listener of listeners) process.on('unhandledRejection', listener);
    }
    return errors;
  }

  const failing = (asked: number[]) =>
    newestWins<number, undefined>(
      async (question) => {
        asked.push(question);
        await turn();
        if (question === 1) throw new Error('broken');
        return undefined;
      },
      () => undefined,
    );

  it('the error is reported and the next question is asked', async () => {
    const asked: number[] = [];
    const errors = await collectingErrors(async () => {
      const put = failing(asked);
      put(1);
      await turn();
      await turn();
      put(2);
      await turn();
    });
    expect(asked).toEqual([1, 2]);
    expect(errors).toEqual([new Error('broken')]);
  });

  it('a question that was waiting meanwhile is asked as well', async () => {
    const asked: number[] = [];
    await collectingErrors(async () => {
      const put = failing(asked);
      put(1);
      put(2);
      await turn();
      await turn();
    });
    expect(asked).toEqual([1, 2]);
  });
});
