import { expect, it } from 'vitest';
import { delaysOf, repeatsOf } from './film-timing.ts';

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

it('a GIF keeps its pace though it counts in hundredths of a second', () => {
  const delays = delaysOf({ frames: 12, rate: 12, hold: 0 });
  expect(new Set(delays)).toEqual(new Set([8, 9]));
  expect(sum(delays)).toBe(100);
});

it('the last frame of a GIF is held, and never shorter than any other', () => {
  expect(delaysOf({ frames: 3, rate: 4, hold: 2 })).toEqual([25, 25, 200]);
  expect(delaysOf({ frames: 3, rate: 0.5, hold: 1 })).toEqual([200, 200, 200]);
});

it('no frame of a GIF is shorter than players allow', () => {
  expect(Math.min(...delaysOf({ frames: 5, rate: 100, hold: 0 }))).toBe(2);
});

it('a video has one rate, at which slow frames stand several times', () => {
  expect(repeatsOf({ frames: 3, rate: 2, hold: 3 })).toEqual({ rate: 4, repeats: [2, 2, 12] });
  expect(repeatsOf({ frames: 2, rate: 24, hold: 0 })).toEqual({ rate: 24, repeats: [1, 1] });
  expect(repeatsOf({ frames: 2, rate: 0.7, hold: 1 }).rate).toBeCloseTo(4.2);
});
