import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { sentenceOf } from '#nd/tensor-error-sentences.ts';
import { TensorError } from '#nd/tensor-error.ts';
import { toNdArray, toTensor } from '#tensor';
import { computeInProcess } from './in-process.ts';

const input = ndArray([3], [1, 2, 3]);

/** Leaves tensors behind at every step, before and after it has waited. */
async function careless({ failWith }: { failWith?: Error } = {}): Promise<{ y: NdArray }> {
  const x = toTensor(input, 'x');
  const doubled = tf.mul(x, 2);
  await doubled.data();
  const y = tf.add(tf.mul(doubled, 10), 1);
  if (failWith) throw failWith;
  return { y: await toNdArray(y) };
}

describe('computeInProcess', () => {
  it('gives the arrays and says what computed them', async () => {
    const answer = await computeInProcess(careless, {});
    expect(answer).toMatchObject({
      kind: 'result',
      result: { y: ndArray([3], [21, 41, 61]) },
      computedBy: { name: 'cpu', floatBits: 32, drawnBySoftware: false },
    });
    expect(answer.kind === 'result' && answer.computedBy.milliseconds).toBeGreaterThanOrEqual(0);
  });

  it('gives plain data, which can cross threads', async () => {
    const answer = await computeInProcess(careless, {});
    expect(structuredClone(answer)).toEqual(answer);
  });

  it('gives a refused argument as data', async () => {
    const failWith = new TensorError('not-positive', 'stride', { was: 0 });
    expect(await computeInProcess(careless, { failWith })).toEqual({
      kind: 'refused',
      error: {
        code: 'not-positive',
        argument: 'stride',
        sentence: sentenceOf(failWith),
      },
    });
  });

  it('rejects with any other error, and goes on', async () => {
    const failWith = new Error('broken');
    const broken = computeInProcess(careless, { failWith });
    const next = computeInProcess(careless, {});
    await expect(broken).rejects.toBe(failWith);
    expect((await next).kind).toBe('result');
  });

  it('goes on after a compute that throws before it waits', async () => {
    const throwing = (): Promise<{ y: NdArray }> => {
      throw new Error('at once');
    };
    await expect(computeInProcess(throwing, {})).rejects.toThrow('at once');
    expect((await computeInProcess(careless, {})).kind).toBe('result');
  });

  it('runs one computation at a time, in the order in which they came', async () => {
    const log: string[] = [];
    const slow = async (name: string) => {
      log.push(`${name} begins`);
      for (let wait = 0; wait < 3; wait++) await new Promise((resolve) => setTimeout(resolve));
      log.push(`${name} ends`);
      return {};
    };
    await Promise.all(['a', 'b', 'c'].map((name) => computeInProcess(slow, name)));
    const inTurn = ['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]);
    expect(log).toEqual(inTurn);
  });

  it('leaves no tensor behind, whether it answers, refuses or breaks', async () => {
    await computeInProcess(careless, {});
    const before = tf.memory().numTensors;
    const failures = [
      undefined,
      new TensorError('not-positive', 'stride', { was: 0 }),
      new Error('broken'),
    ];
    await Promise.allSettled(failures.map((failWith) => computeInProcess(careless, { failWith })));
    expect(tf.memory().numTensors).toBe(before);
  });

  it('leaves the tensors of others alone', async () => {
    const mine = tf.tensor1d([1, 2]);
    await computeInProcess(careless, {});
    expect([...(await mine.data())]).toEqual([1, 2]);
    mine.dispose();
  });
});
