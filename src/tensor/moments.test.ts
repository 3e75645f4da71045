import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { moments } from '#tensor';
import { expectClose } from '../../tests/support/expect-close.ts';

const momentsOf = (values: readonly number[]) => tf.tidy(() => moments(tf.tensor1d([...values])));

describe('moments', () => {
  it.each<[string, number[], number[]]>([
    ['two values', [-1, 1], [0, 1, 0, 1]],
    [
      'a coin that falls on one side three times in four',
      [0, 0, 0, 1],
      [0.25, 0.1875, 2 / Math.sqrt(3), 7 / 3],
    ],
    ['1 to 5', [1, 2, 3, 4, 5], [3, 2, 0, 1.7]],
  ])('of %s are those of the closed formulas', async (_, values, expected) => {
    const got = momentsOf(values);
    await expectClose(got, expected);
    got.dispose();
  });

  it('stay right far from zero', async () => {
    const got = momentsOf([0, 0, 0, 8].map((value) => value + 256));
    await expectClose(tf.slice(got, 1), [12, 2 / Math.sqrt(3), 7 / 3]);
    got.dispose();
  });

  it('are right for a long list, on every backend', async () => {
    const count = 65_536;
    const got = momentsOf(Array.from({ length: count }, (_, at) => ((at * 7919) % count) / count));
    await expectClose(got, [0.5 - 0.5 / count, 1 / 12, 0, 1.8]);
    got.dispose();
  });

  it('of values without spread have no shape', async () => {
    for (const value of [0, 5, -0.3]) {
      const got = momentsOf(Array<number>(600).fill(value));
      expect(Array.from(await got.data()).slice(2)).toEqual([0, 0]);
      got.dispose();
    }
  });

  it('leave no tensor behind', () => {
    const before = tf.memory().numTensors;
    momentsOf([1, 2, 3]).dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});
