import { describe, expect, it } from 'vitest';
import { linearScale } from './axis-scale.ts';
import { bandPath, curvePath, lineThrough } from './curve.ts';

const scales = { x: linearScale([0, 10], [0, 100]), y: linearScale([0, 10], [100, 0]) };

describe('a line through places', () => {
  it('goes from each to the next in tenths', () => {
    expect(
      lineThrough([
        [1, 2],
        [1.26, 2],
        [4, 1.04],
      ]),
    ).toBe('M1 2l0.3 0l2.7 -1');
  });

  it('does not drift: the last place is as true as the first', () => {
    const places = Array.from({ length: 1000 }, (_, index) => [0.14 * index, 0] as const);
    const steps = Array.from(lineThrough(places).matchAll(/l([\d.-]+)/g), ([, step]) => +step);
    expect(steps.reduce((sum, step) => sum + step, 0)).toBeCloseTo(0.14 * 999, 1);
  });

  it('has a gap where a place is nowhere', () => {
    expect(
      lineThrough([
        [0, 0],
        [1, NaN],
        [2, 2],
        [3, Infinity],
        [4, 4],
      ]),
    ).toBe('M0 0M2 2M4 4');
    expect(lineThrough([])).toBe('');
  });
});

it('a curve starts at its first position', () => {
  expect(curvePath(scales, [0, 10])).toBe('M0 100l10 -100');
  expect(curvePath(scales, [0, 10], 5)).toBe('M50 100l10 -100');
});

it('a band goes forth below and back above, around each stretch that is there', () => {
  expect(bandPath(scales, [0, 0], [10, 5])).toBe('M0 100l10 0l0 -50l-10 -50Z');
  expect(bandPath(scales, [NaN, 1, 1, NaN, 1], [2, 2, 2, 2, NaN])).toBe('M10 90l10 0l0 -10l-10 0Z');
  expect(bandPath(scales, [], [])).toBe('');
});
