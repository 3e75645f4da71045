import { expect, it } from 'vitest';
import { finalLoss, isLost, lostAt } from './outcome.ts';

it('a loss is lost beyond all bounds, and where there is none', () => {
  expect([2.3, 1000, 1001, Infinity, NaN].map(isLost)).toEqual([false, false, true, true, true]);
});

it('a run is lost at the first loss beyond all bounds, not where it has only come so far', () => {
  expect(lostAt(Float32Array.of(2, 3, 2000, NaN))).toBe(2);
  expect(lostAt(Float32Array.of(2, Infinity, NaN))).toBe(1);
  expect(lostAt(Float32Array.of(2, 1, NaN, NaN))).toBeUndefined();
  expect(lostAt(Float32Array.of(2, 1, 0.5))).toBeUndefined();
});

it('the final loss is the mean of the last tenth that has come', () => {
  const losses = Float32Array.from({ length: 20 }, (_, step) => (step < 15 ? step : NaN));
  expect(finalLoss(losses)).toBe(13.5);
});
