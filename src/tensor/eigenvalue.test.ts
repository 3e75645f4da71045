import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { normal, seededRandom } from '#nd/random.ts';
import { largestEigenvalue } from '#tensor';
import { expectClose } from '../../tests/support/expect-close.ts';

type Matrix = readonly (readonly number[])[];

async function expectEigenvalue(matrix: Matrix, expected: number, relative = 1e-5): Promise<void> {
  const before = tf.memory().numTensors;
  const tensor = tf.tensor2d(matrix.map((row) => [...row]));
  const got = largestEigenvalue(tensor);
  expect(got.shape).toEqual([]);
  await expectClose(got, [expected], relative);
  tf.dispose([tensor, got]);
  expect(tf.memory().numTensors).toBe(before);
}

const square = (side: number, entry: (row: number, column: number) => number): Matrix =>
  Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (_, column) => entry(row, column)),
  );

const diagonal = (...values: number[]): Matrix =>
  square(values.length, (row, column) => (row === column ? values[row] : 0));

describe('largestEigenvalue', () => {
  it.each([
    ['a single number', [[7]], 7],
    ['a diagonal, the largest first', diagonal(5, 3, 1), 5],
    ['a diagonal, the largest last', diagonal(1, 3, 5), 5],
    ['the identity', diagonal(1, 1, 1, 1), 1],
    ['two equal largest ones', diagonal(2, 6, 6), 6],
    ['all ones', square(9, () => 1), 9],
    ['an outer product', square(4, (a, b) => (a + 1) * (b + 1)), 30],
    ['zeros', square(3, () => 0), 0],
  ])('of %s', async (_, matrix, expected) => {
    await expectEigenvalue(matrix, expected);
  });

  it.each([
    [2, 1, 2],
    [4, -3, 5],
    [1e-3, 2e-4, 5e-3],
    [3e4, 1e4, 2e4],
  ])('of [[%d, %d], [·, %d]] is the larger root of its quadratic', async (a, b, c) => {
    const expected = (a + c) / 2 + Math.hypot((a - c) / 2, b);
    await expectEigenvalue(
      [
        [a, b],
        [b, c],
      ],
      expected,
    );
  });

  it.each([2, 3, 5, 9])(
    'of second differences of %i cells is 2 + 2 cos π/(n + 1)',
    async (side) => {
      const matrix = square(side, (row, column) => [2, -1][Math.abs(row - column)] ?? 0);
      await expectEigenvalue(matrix, 2 + 2 * Math.cos(Math.PI / (side + 1)));
    },
  );

  it('lies between two that are close, nearer to the larger', async () => {
    await expectEigenvalue(diagonal(1, 0.99), 1, 1e-5);
    await expectEigenvalue(diagonal(0.99, 1), 1, 1e-5);
  });

  it('finds an eigenvector that is orthogonal to that of ones', async () => {
    await expectEigenvalue(
      [
        [2, -1],
        [-1, 2],
      ],
      3,
    );
  });

  it.each([1, 2, 3])(
    'of random second moments is what the power method comes to (%i)',
    async (seed) => {
      const random = seededRandom(seed);
      const columns = Array.from({ length: 9 }, () =>
        Array.from({ length: 64 }, () => normal(random)),
      );
      const matrix = square(9, (a, b) =>
        columns[a].reduce((sum, value, at) => sum + (value * columns[b][at]) / 64, 0),
      );
      let vector = columns.map((_, index) => index + 1);
      let length = 0;
      for (let step = 0; step < 5000; step++) {
        const image = matrix.map((row) =>
          row.reduce((sum, value, at) => sum + value * vector[at], 0),
        );
        length = Math.hypot(...image);
        vector = image.map((value) => value / length);
      }
      await expectEigenvalue(matrix, length);
    },
  );
});
