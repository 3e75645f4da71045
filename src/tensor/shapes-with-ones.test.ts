import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { expectClose } from '../../tests/support/expect-close.ts';

// A backend that keeps compiled programs has to tell such shapes apart.
it.each<[string, number[][]]>([
  [
    'maps of one cell, then of many',
    [
      [2, 3, 1, 1],
      [2, 3, 4, 4],
    ],
  ],
  [
    'one image, then many',
    [
      [1, 3, 4, 4],
      [4, 3, 4, 4],
      [1, 1, 4, 4],
    ],
  ],
  [
    'rows, then columns',
    [
      [1, 6, 9],
      [6, 1, 9],
      [6, 9, 1],
      [2, 7, 9],
    ],
  ],
])('%s: deviations have the mean 0, and squares the right one', async (_, shapes) => {
  for (const shape of shapes) {
    const size = shape.reduce((product, axis) => product * axis, 1);
    const values = Array.from({ length: size }, (_, index) => (index * 37) % 11);
    const mean = values.reduce((sum, value) => sum + value, 0) / size;
    const [rest, squares] = tf.tidy(() => {
      const deviations = tf.sub(tf.tensor(values, shape), mean);
      const axes = shape.map((_, axis) => axis).slice(1);
      return [tf.mean(deviations, axes), tf.mean(tf.square(deviations))];
    });
    const each = size / shape[0];
    const expected = Array.from({ length: shape[0] }, (_, n) => {
      const own = values.slice(n * each, (n + 1) * each);
      return own.reduce((sum, value) => sum + value - mean, 0) / each;
    });
    await expectClose(rest, expected, 1e-5, 11);
    const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / size;
    expect((await squares.data())[0]).toBeCloseTo(square, 3);
    tf.dispose([rest, squares]);
  }
});
