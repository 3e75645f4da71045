import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { matrix, ndArray } from '#nd/nd-array.ts';
import { TensorError } from '#nd/tensor-error.ts';
import { toNdArray, toTensor, toTensor4d } from '#tensor';

const cells = ndArray([2, 3], [0, -1.5, 0.1, 1e-30, 3e38, 7]);

describe('toTensor and toNdArray', () => {
  it.each([
    ['a matrix', cells],
    ['a scalar', ndArray([], [4])],
    ['one axis', ndArray([3], [1, 2, 3])],
    ['four axes', ndArray([1, 2, 1, 2], [1, 2, 3, 4])],
    ['nothing', ndArray([0, 3], [])],
  ])('give %s back as it was', async (_, array) => {
    const before = tf.memory().numTensors;
    const tensor = toTensor(array, 'x');
    expect(tensor.shape).toEqual(array.shape);
    expect(tensor.dtype).toBe('float32');
    expect(await toNdArray(tensor)).toEqual(array);
    tensor.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('give another shape where one is asked for, with the cells in the same order', async () => {
    const tensor = toTensor(cells, 'x', [1, 1, 3, 2]);
    expect(tensor.shape).toEqual([1, 1, 3, 2]);
    expect(await toNdArray(tensor, [6])).toEqual(ndArray([6], cells.data));
    await expect(toNdArray(tensor, [5])).rejects.toThrow(RangeError);
    tensor.dispose();
  });

  it('share no memory: a tensor stays what it was', async () => {
    const array = matrix([[1, 2]]);
    const tensor = toTensor(array, 'x');
    const copy = await toNdArray(tensor);
    copy.data[0] = 9;
    expect(array.data[0]).toBe(1);
    expect((await toNdArray(tensor)).data[0]).toBe(1);
    tensor.dispose();
  });

  it.each([NaN, Infinity, -Infinity])('refuse %d and name its argument', (value) => {
    const before = tf.memory().numTensors;
    const attempt = (): void => void toTensor(ndArray([3], [1, value, 2]), 'kernel');
    expect(attempt).toThrow(TensorError);
    expect(attempt).toThrow(
      expect.objectContaining({
        code: 'not-finite',
        argument: 'kernel',
        values: { was: String(value) },
      }) as Error,
    );
    expect(tf.memory().numTensors).toBe(before);
  });

  it('take an array of four axes to four axes, and no other', () => {
    const tensor = toTensor4d(ndArray([1, 2, 1, 2], [1, 2, 3, 4]), 'images');
    expect(tensor.shape).toEqual([1, 2, 1, 2]);
    tensor.dispose();
    expect(() => toTensor4d(ndArray([2, 2], [1, 2, 3, 4]), 'images')).toThrow('images has 2 axes');
  });

  it('read what is not finite back as it is: a run may truly diverge', async () => {
    const tensor = tf.tensor1d([Infinity, -Infinity, NaN, 0.5]);
    expect([...(await toNdArray(tensor)).data]).toEqual([Infinity, -Infinity, NaN, 0.5]);
    tensor.dispose();
  });
});
