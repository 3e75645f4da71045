import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { polynomialProduct } from '#tensor';
import { expectClose } from '../../tests/support/expect-close.ts';

async function expectCoefficients(
  factors: readonly [number, number][],
  expected: readonly number[],
): Promise<void> {
  const before = tf.memory().numTensors;
  const matrix = tf.tensor2d(factors.flat(), [factors.length, 2]);
  const got = polynomialProduct(matrix);
  await expectClose(got, expected);
  tf.dispose([matrix, got]);
  expect(tf.memory().numTensors).toBe(before);
}

describe('polynomialProduct', () => {
  it('of one factor is that factor', () => expectCoefficients([[3, -2]], [3, -2]));

  it('of 1 + t, five times, is a row of Pascal’s triangle', () =>
    expectCoefficients(Array(5).fill([1, 1]), [1, 5, 10, 10, 5, 1]));

  it('sums over all ways of choosing b from k factors and a from the others', async () => {
    const factors: [number, number][] = [
      [1.5, -0.2],
      [0.8, 0.5],
      [-1.2, 3],
      [2, 0.1],
    ];
    const expected = [0, 0, 0, 0, 0];
    for (let chosen = 0; chosen < 2 ** factors.length; chosen++) {
      const takes = factors.map((_, index) => (chosen >> index) & 1);
      const order = takes.reduce((sum, take) => sum + take, 0);
      expected[order] += factors.reduce((product, pair, index) => product * pair[takes[index]], 1);
    }
    await expectCoefficients(factors, expected);
  });
});
