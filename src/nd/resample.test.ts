import { describe, expect, it } from 'vitest';
import { matrix, ndArray, sameArray, type NdArray } from './nd-array.ts';
import { seededRandom } from './random.ts';
import { recentre, resample } from './resample.ts';

function randomMatrix(rows: number, columns: number, seed: number): NdArray {
  const random = seededRandom(seed);
  return ndArray(
    [rows, columns],
    Array.from({ length: rows * columns }, () => Math.round(random() * 100) / 100),
  );
}

const mean = ({ data }: NdArray): number =>
  data.reduce((sum, value) => sum + value, 0) / data.length;

/** Cells are rounded to hundredths. */
const HALF_A_HUNDREDTH = 0.005 + 1e-6;

describe('resample', () => {
  it('leaves a matrix of that size as it is, however fine its values', () => {
    const fine = ndArray([2, 2], [0.001, 0.002, 1 / 3, -1e-5]);
    expect(sameArray(resample(fine, 2, 2), fine)).toBe(true);
  });

  it('repeats cells when it grows by a whole factor', () => {
    const grown = resample(matrix([[1, 2]]), 2, 6);
    expect(grown.shape).toEqual([2, 6]);
    expect([...grown.data]).toEqual([1, 1, 1, 2, 2, 2, 1, 1, 1, 2, 2, 2]);
  });

  it.each(Array.from({ length: 9 }, (_, index) => index + 1))(
    'repeats every cell %i times, without a mixed one',
    (factor) => {
      const image = randomMatrix(9, 7, factor);
      const { data } = resample(image, 9 * factor, 7 * factor);
      const expected = Array.from(data, (_, index) => {
        const row = Math.floor(index / (7 * factor) / factor);
        return image.data[row * 7 + Math.floor((index % (7 * factor)) / factor)];
      });
      expect([...data]).toEqual(expected);
    },
  );

  it('averages blocks when it shrinks by a whole factor', () => {
    const image = matrix([
      [1, 2, 5, 5],
      [3, 4, 5, 5],
    ]);
    expect([...resample(image, 1, 2).data]).toEqual([2.5, 5]);
  });

  it.each([2, 3, 4])('keeps the mean when it shrinks %i times', (factor) => {
    const image = randomMatrix(24, 12, factor);
    const shrunk = resample(image, 24 / factor, 12 / factor);
    expect(Math.abs(mean(shrunk) - mean(image))).toBeLessThan(HALF_A_HUNDREDTH);
  });

  it.each([
    [3, 4],
    [8, 5],
    [28, 3],
    [5, 28],
    [7, 6],
  ])('%i → %i cells: keeps the mean, and a flat image flat', (from, to) => {
    const image = randomMatrix(from, from, 1);
    const resized = resample(image, to, to);
    expect(resized.shape).toEqual([to, to]);
    expect(Math.abs(mean(resized) - mean(image))).toBeLessThan(HALF_A_HUNDREDTH);
    const flat = ndArray([from, from], new Float32Array(from * from).fill(0.6));
    expect([...resample(flat, to, to).data].every((value) => value === Math.fround(0.6))).toBe(
      true,
    );
  });

  it('treats the two axes each by its own factor', () => {
    const image = matrix([
      [1, 3],
      [5, 7],
    ]);
    expect([...resample(image, 4, 1).data]).toEqual([2, 2, 6, 6]);
  });
});

describe('recentre', () => {
  const kernel = randomMatrix(3, 3, 2);

  it('leaves a matrix of that size as it is', () => {
    expect(sameArray(recentre(kernel, 3, 3), kernel)).toBe(true);
  });

  it('surrounds with zeros and keeps the middle in the middle', () => {
    const grown = recentre(matrix([[7]]), 3, 5);
    expect(grown.shape).toEqual([3, 5]);
    expect([...grown.data]).toEqual([0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('cuts to the middle', () => {
    const numbered = ndArray(
      [5, 5],
      Array.from({ length: 25 }, (_, index) => index),
    );
    expect([...recentre(numbered, 3, 3).data]).toEqual([6, 7, 8, 11, 12, 13, 16, 17, 18]);
    expect([...recentre(numbered, 1, 1).data]).toEqual([12]);
  });

  it.each([5, 7, 9])('loses nothing on the way to %i cells and back', (side) => {
    expect(sameArray(recentre(recentre(kernel, side, side), 3, 3), kernel)).toBe(true);
  });

  it.each([4, 6])('loses nothing on the way to %i cells and back', (side) => {
    expect(sameArray(recentre(recentre(kernel, side, side), 3, 3), kernel)).toBe(true);
  });

  it('ends in the same place by single steps as at once', () => {
    const bySteps = recentre(recentre(kernel, 4, 4), 5, 5);
    expect([...bySteps.data]).toEqual([...recentre(kernel, 5, 5).data]);
  });
});
