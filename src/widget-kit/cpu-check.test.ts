import { describe, expect, it } from 'vitest';
import { ndArray } from '#nd/nd-array.ts';
import { largestDifference } from './cpu-check.ts';

const arrays = (...values: number[]) => ({ y: ndArray([values.length], values) });

describe('largestDifference', () => {
  it('is 0 for equal results', () => {
    expect(largestDifference(arrays(1, -2, 0), arrays(1, -2, 0))).toBe(0);
    expect(largestDifference({}, {})).toBe(0);
    expect(largestDifference(arrays(), arrays())).toBe(0);
  });

  it('is relative to the largest magnitude of the reference', () => {
    expect(largestDifference(arrays(1, 98, -200), arrays(1, 100, -200))).toBe(0.01);
    expect(largestDifference(arrays(1, 0), arrays(2, 0))).toBe(0.5);
  });

  it('is absolute where the reference is all zero', () => {
    expect(largestDifference(arrays(0, 0.25), arrays(0, 0))).toBe(0.25);
  });

  it('measures every array against its own largest value', () => {
    const got = { small: ndArray([1], [0.5]), large: ndArray([1], [1000]) };
    const reference = { small: ndArray([1], [1]), large: ndArray([1], [1000]) };
    expect(largestDifference(got, reference)).toBe(0.5);
  });

  it('lets cells agree that both sides hold as not finite, and still compares the others', () => {
    expect(largestDifference(arrays(NaN, 1), arrays(NaN, 1))).toBe(0);
    expect(largestDifference(arrays(Infinity, 1), arrays(NaN, 2))).toBe(0.5);
  });

  it.each([
    ['NaN', NaN],
    ['Infinity', Infinity],
  ])('never takes a cell that is %s on one side only for an agreement', (_, value) => {
    expect(largestDifference(arrays(1, value), arrays(1, 1)) < 1).toBe(false);
    expect(largestDifference(arrays(1, 1), arrays(1, value)) < 1).toBe(false);
  });

  it('tells how much differs even where one side holds NaN, so that it can be shown', () => {
    expect(largestDifference(arrays(NaN, 1), arrays(1, 1))).toBe(Infinity);
  });
});
