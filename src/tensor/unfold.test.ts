import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import type { Pair } from '#nd/conv-geometry.ts';
import { sizeOf } from '#nd/nd-array.ts';
import { normal, seededRandom } from '#nd/random.ts';
import { TensorError } from '#nd/tensor-error.ts';
import { conv2d, secondMoment, unfold } from '#tensor';
import { expectClose } from '../../tests/support/expect-close.ts';
import { expectOperation, stored, type Stored } from '../../tests/support/fixtures.ts';

function randomArray(shape: number[], seed: number): Stored {
  const random = seededRandom(seed);
  return { shape, data: Array.from({ length: sizeOf(shape) }, () => normal(random)) };
}

/** What lies where: `visit` is told every column's cell and the input's cell that it is. */
function eachCell(
  [n, c, height, width]: readonly number[],
  [h, w]: readonly [number, number],
  visit: (column: number, input: number) => void,
): number[] {
  const [rows, columns] = [height - h + 1, width - w + 1];
  let cell = 0;
  for (let image = 0; image < n; image++)
    for (let channel = 0; channel < c; channel++)
      for (let down = 0; down < h; down++)
        for (let across = 0; across < w; across++)
          for (let row = 0; row < rows; row++)
            for (let column = 0; column < columns; column++) {
              const line = (image * c + channel) * height + row + down;
              visit(cell++, line * width + column + across);
            }
  return [n, c * h * w, rows * columns];
}

describe('unfold', () => {
  it('lays every window into a column, as torch.nn.functional.unfold does', async () => {
    const x = { shape: [1, 1, 3, 3], data: [1, 2, 3, 4, 5, 6, 7, 8, 9] };
    const y = {
      shape: [1, 4, 4],
      data: [1, 2, 4, 5, 2, 3, 5, 6, 4, 5, 7, 8, 5, 6, 8, 9],
    };
    const dy = { shape: y.shape, data: Array(16).fill(1) };
    // A cell's gradient is the number of windows that it lies in.
    const dx = { shape: x.shape, data: [1, 2, 1, 2, 4, 2, 1, 2, 1] };
    await expectOperation((x) => unfold(x as tf.Tensor4D, 2), [x], { y, dy, gradients: [dx] });
  });

  it.each<[number[], Pair, [number, number]]>([
    [
      [1, 1, 4, 5],
      [2, 3],
      [2, 3],
    ],
    [[2, 3, 5, 4], 3, [3, 3]],
    [[3, 2, 3, 3], 1, [1, 1]],
    [
      [1, 2, 4, 3],
      [4, 3],
      [4, 3],
    ],
  ])('of %j under a kernel of %j equals plain loops, forward and gradient', async (...given) => {
    const [shape, kernel, sides] = given;
    const x = randomArray(shape, 1);
    const y: number[] = [];
    const columns = eachCell(shape, sides, (to, from) => (y[to] = x.data[from]));
    const dy = randomArray(columns, 2);
    const dx: number[] = Array(x.data.length).fill(0);
    eachCell(shape, sides, (from, to) => (dx[to] += dy.data[from]));
    await expectOperation((x) => unfold(x as tf.Tensor4D, kernel), [x], {
      y: { shape: columns, data: y },
      dy,
      gradients: [{ shape, data: dx }],
    });
  });

  it('turns a convolution into a product of matrices', async () => {
    const [x, weight] = [randomArray([2, 3, 6, 5], 3), randomArray([4, 3, 3, 2], 4)].map(stored);
    const [product, convolution] = tf.tidy(() => [
      tf.matMul(
        tf.tile(tf.reshape(weight, [1, 4, 18]), [2, 1, 1]),
        unfold(x as tf.Tensor4D, [3, 2]),
      ),
      conv2d(x as tf.Tensor4D, weight as tf.Tensor4D),
    ]);
    await expectClose(product, Array.from(await convolution.data()));
    tf.dispose([x, weight, product, convolution]);
  });

  it('refuses what is not a batch of images', () => {
    const attempt = (): void =>
      tf.tidy(() => void unfold(tf.zeros([4, 4]) as tf.Tensor as tf.Tensor4D, 2));
    expect(attempt).toThrow(TensorError);
    expect(attempt).toThrow(expect.objectContaining({ code: 'wrong-rank' }) as Error);
  });
});

describe('secondMoment', () => {
  it('is the mean of the outer products of the columns', async () => {
    const { shape, data } = randomArray([3, 50], 5);
    const moment = (a: number, b: number): number =>
      data.slice(0, 50).reduce((sum, _, at) => sum + data[a * 50 + at] * data[b * 50 + at], 0) / 50;
    const expected = Array.from({ length: 9 }, (_, at) => moment(Math.floor(at / 3), at % 3));
    const before = tf.memory().numTensors;
    const columns = stored({ shape, data }) as tf.Tensor2D;
    const got = secondMoment(columns);
    expect(got.shape).toEqual([3, 3]);
    await expectClose(got, expected);
    tf.dispose([columns, got]);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('keeps the mean: it is no covariance', async () => {
    const got = tf.tidy(() => secondMoment(tf.tensor2d([[3, 3, 3, 3]])));
    await expectClose(got, [9]);
    got.dispose();
  });
});
