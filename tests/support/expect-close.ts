import type * as tf from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { maxAbs, maxDifference } from '#nd/nd-array.ts';

/**
 * Largest difference relative to the largest expected magnitude: at most 1e-5 unless said otherwise.
 * @param terms size of what cancelled on the way to the result, if that is larger
 */
export async function expectClose(
  got: tf.Tensor,
  expected: readonly number[],
  relative = 1e-5,
  terms = 0,
): Promise<void> {
  const data = await got.data();
  expect(data.length).toBe(expected.length);
  expect(data.every((value) => Number.isFinite(value))).toBe(true);
  const scale = Math.max(maxAbs(expected), terms) || 1;
  expect(maxDifference(data, expected) / scale).toBeLessThanOrEqual(relative);
}
