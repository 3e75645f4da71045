import { describe, expect, it } from 'vitest';
import { clampIndex, mapOf, mapStart, offsetOf, valueAt, withCount, withMap } from './maps.ts';
import { matrix, ndArray, type NdArray } from './nd-array.ts';

/** [2, 3, 2, 4] with its own positions as values. */
const array = ndArray(
  [2, 3, 2, 4],
  Array.from({ length: 48 }, (_, index) => index),
);

describe('maps of an array of four axes', () => {
  it('lie one after another, row by row', () => {
    expect(offsetOf(array, [1, 2, 1, 3])).toBe(47);
    expect(valueAt(array, [1, 0, 1, 2])).toBe(24 + 6);
    expect(mapStart(array, 1, 1)).toBe(32);
    expect(mapOf(array, 0, 2)).toEqual({
      shape: [2, 4],
      data: Float32Array.of(16, 17, 18, 19, 20, 21, 22, 23),
    });
  });

  it('are replaced in a copy', () => {
    const cells = matrix([
      [-1, -1, -1, -1],
      [-1, -1, -1, -1],
    ]);
    const changed = withMap(array, 1, 1, cells);
    expect(mapOf(changed, 1, 1)).toEqual(cells);
    expect(changed.data.filter((value, index) => value !== array.data[index])).toHaveLength(8);
    expect(array.data).not.toContain(-1);
  });

  it('hold every index that was clamped to them', () => {
    expect(clampIndex(array, [5, 2, 0, 9])).toEqual([1, 2, 0, 3]);
  });
});

describe('withCount', () => {
  const made = (n: number): number[] => Array<number>(24).fill(-n);

  it('keeps what was there and makes the rest', () => {
    const more: NdArray = withCount(array, 4, made);
    expect(more.shape).toEqual([4, 3, 2, 4]);
    expect(more.data.slice(0, 48)).toEqual(array.data);
    expect([more.data[48], more.data[95]]).toEqual([-2, -3]);
  });

  it('drops from the end', () => {
    const fewer = withCount(array, 1, made);
    expect(fewer).toEqual({ shape: [1, 3, 2, 4], data: array.data.slice(0, 24) });
  });
});
