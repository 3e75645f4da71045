import { describe, expect, it } from 'vitest';
import { binsOf } from './histogram.tsx';

describe('bins', () => {
  it('hold the parts of the values, as areas that add up to 1', () => {
    const { from, width, densities } = binsOf([0, 0.1, 0.5, 0.9, 1], [0, 1], 4);
    expect([from, width]).toEqual([0, 0.25]);
    expect(densities).toEqual([1.6, 0, 0.8, 1.6]);
    expect(densities.reduce((sum, density) => sum + density * width, 0)).toBeCloseTo(1);
  });

  it('count the upper end into the last one, and leave out what lies outside', () => {
    const { densities } = binsOf([-1, 2, 2.5, NaN], [0, 2], 2);
    expect(densities).toEqual([0, 0.25]);
  });

  it('of no values are empty', () => {
    expect(binsOf([], [0, 1], 3).densities).toEqual([0, 0, 0]);
  });
});
