import { expect, it } from 'vitest';
import { deviationOf, distanceMoved, quantilesOf } from './distribution.ts';

it('quantiles run evenly from the smallest value to the largest', () => {
  expect(quantilesOf([1, 2, 4, 8, 16], 5)).toEqual([1, 2, 4, 8, 16]);
  expect(quantilesOf([1, 2, 4], 5)).toEqual([1, 1.5, 2, 3, 4]);
  expect(quantilesOf([3], 2)).toEqual([3, 3]);
});

it('what moves as a whole moves by how far, what spreads by how much on average', () => {
  expect(distanceMoved([0, 1, 2], [5, 6, 7])).toBe(5);
  expect(distanceMoved([-1, 0, 1], [-3, 0, 3])).toBeCloseTo(4 / 3);
});

it('the deviation is that of all values, not of a sample', () => {
  expect(deviationOf(Float32Array.of(1, 2, 3, 6))).toBeCloseTo(Math.sqrt(3.5));
  expect(deviationOf(Float32Array.of(2, 2))).toBe(0);
});
