import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { flatten, unflatten } from '#tensor';
import { expectClose } from '../../tests/support/expect-close.ts';

it('tensors become one vector, and it becomes them again', async () => {
  const before = tf.memory().numTensors;
  const tensors = [tf.tensor2d([[1, 2, 3]]), tf.scalar(4), tf.tensor1d([5, 6])];
  const vector = flatten(tensors);
  await expectClose(vector, [1, 2, 3, 4, 5, 6]);
  const parts = unflatten(vector, [[1, 3], [], [2]]);
  expect(parts.map(({ shape }) => shape)).toEqual([[1, 3], [], [2]]);
  for (const [index, part] of parts.entries()) {
    await expectClose(part, Array.from(await tensors[index].data()));
  }
  tf.dispose([...tensors, vector, ...parts]);
  expect(tf.memory().numTensors).toBe(before);
});

it('what is taken apart can be multiplied as matrices, wherever it lay in the vector', async () => {
  const values = Array.from({ length: 2 + 6 * 5 + 5 * 7 }, (_, index) => (index % 11) - 5);
  const vector = tf.tensor1d(values);
  const [, a, b] = unflatten(vector, [[2], [6, 5], [5, 7]]) as [
    tf.Tensor,
    tf.Tensor2D,
    tf.Tensor2D,
  ];
  const product = tf.matMul(a, b);
  const expected = Array.from({ length: 6 * 7 }, (_, at) => {
    const [row, column] = [Math.floor(at / 7), at % 7];
    return Array.from(
      { length: 5 },
      (_, k) => values[2 + row * 5 + k] * values[32 + k * 7 + column],
    ).reduce((sum, term) => sum + term, 0);
  });
  await expectClose(product, expected);
  tf.dispose([vector, a, b, product]);
});

it('shapes that do not take the whole vector are refused', () => {
  expect(() => unflatten(tf.tensor1d([1, 2, 3]), [[2]])).toThrow(/2 elements .* vector of 3/);
});
