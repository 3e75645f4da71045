import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { channelStatistics } from '#tensor';
import { expectClose } from '../../tests/support/expect-close.ts';

it.each([
  ['units', [4, 2], [1, 10, 2, 10, 3, 10, 6, 10], [3, 10, 3.5, 0]],
  ['channels', [2, 2, 1, 2], [0, 2, 1, 1, 4, 6, 3, 3], [3, 2, 5, 1]],
  ['a channel far from 0', [3, 1], [10001, 9999, 10000], [10000, 2 / 3]],
])('mean and variance of each of its %s', async (_, shape, values, expected) => {
  const before = tf.memory().numTensors;
  const x = tf.tensor(values, shape);
  const statistics = channelStatistics(x);
  expect(statistics.shape).toEqual([2, shape[1]]);
  await expectClose(statistics, expected);
  tf.dispose([x, statistics]);
  expect(tf.memory().numTensors).toBe(before);
});

it('a tensor without channels has none', () => {
  expect(() => channelStatistics(tf.zeros([3]))).toThrow(
    expect.objectContaining({ code: 'too-few-axes' }),
  );
});
