import { describe, expect, it } from 'vitest';
import {
  extent,
  matrix,
  maxAbs,
  maxDifference,
  ndArray,
  sameArray,
  sizeOf,
  tabulate,
  withValue,
} from './nd-array.ts';

describe('shapes', () => {
  it('has as many elements as the product of its axes', () => {
    expect(sizeOf([2, 3, 4])).toBe(24);
    expect(sizeOf([7])).toBe(7);
  });

  it('counts one element in a scalar and none where an axis is empty', () => {
    expect(sizeOf([])).toBe(1);
    expect(sizeOf([3, 0, 2])).toBe(0);
  });

  it('refuses values that do not fill the shape, and names both', () => {
    expect(() => ndArray([2, 3], [1, 2, 3, 4, 5])).toThrow(RangeError);
    expect(() => ndArray([2, 3], [1, 2, 3, 4, 5])).toThrow(/^5 .*\[2, 3\]/);
    expect(() => ndArray([], [])).toThrow(RangeError);
  });
});

describe('tabulate', () => {
  it('asks for every element by its place, the last axis first', () => {
    const array = tabulate([2, 1, 3], (a, b, c) => 100 * a + 10 * b + c);
    expect(array).toEqual(ndArray([2, 1, 3], [0, 1, 2, 100, 101, 102]));
    expect(tabulate([], () => 7)).toEqual(ndArray([], [7]));
    expect(tabulate([0, 2], () => 7).data).toHaveLength(0);
  });
});

describe('values', () => {
  it('are rounded to float32', () => {
    expect(ndArray([1], [0.1]).data[0]).toBe(Math.fround(0.1));
  });

  it('are copied, so that changing the source changes nothing', () => {
    const source = new Float32Array([1, 2]);
    const array = ndArray([2], source);
    source[0] = 9;
    expect([...array.data]).toEqual([1, 2]);
  });

  it('lie row by row', () => {
    const array = matrix([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(array.shape).toEqual([2, 3]);
    expect([...array.data]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('refuses rows of different lengths', () => {
    expect(() => matrix([[1, 2], [3]])).toThrow(RangeError);
  });

  it('withValue changes one element of a copy', () => {
    const before = matrix([
      [1, 2],
      [3, 4],
    ]);
    const after = withValue(before, 2, 7);
    expect([...after.data]).toEqual([1, 2, 7, 4]);
    expect([...before.data]).toEqual([1, 2, 3, 4]);
    expect(after.shape).toEqual([2, 2]);
  });
});

describe('sameArray', () => {
  const array = ndArray([2, 2], [1, 2, 3, 4]);

  it('holds for equal shapes and values', () => {
    expect(sameArray(array, ndArray([2, 2], [1, 2, 3, 4]))).toBe(true);
    expect(sameArray(ndArray([1], [0.1]), ndArray([1], [Math.fround(0.1)]))).toBe(true);
  });

  it.each([
    ['a value', ndArray([2, 2], [1, 2, 3, 5])],
    ['the shape, not the values', ndArray([4, 1], [1, 2, 3, 4])],
    ['the rank', ndArray([4], [1, 2, 3, 4])],
    ['the rank, by axes of size one', ndArray([2, 2, 1], [1, 2, 3, 4])],
  ])('fails where they differ in %s', (_, other) => {
    expect(sameArray(array, other)).toBe(false);
    expect(sameArray(other, array)).toBe(false);
  });
});

describe('measures', () => {
  it('extent gives the smallest and the largest element', () => {
    expect(extent([3, -2, 5, 0])).toEqual([-2, 5]);
    expect(extent(new Float32Array([4]))).toEqual([4, 4]);
  });

  it('maxAbs looks at magnitudes and is 0 for nothing', () => {
    expect(maxAbs([3, -7, 5])).toBe(7);
    expect(maxAbs([])).toBe(0);
  });

  it('maxDifference finds the largest distance, whichever way round', () => {
    expect(maxDifference([1, 2, 3], [1, 4, 3.5])).toBe(2);
    expect(maxDifference([1, 4, 3.5], [1, 2, 3])).toBe(2);
    expect(maxDifference([1, 2], [1, 2])).toBe(0);
  });
});
