import { describe, expect, it } from 'vitest';
import type { Answer } from '#engine/messages.ts';
import { completed } from '#kit/link.ts';
import { createWidgetState } from '#kit/widget-state.ts';
import { ndArray, withValue } from '#nd/nd-array.ts';
import { resultOf } from '../../../tests/support/result-of.ts';
import { noLeak } from './challenges.ts';
import compute from './compute.ts';
import { imageOf, sampleBatch } from './data.ts';
import { createModel, type Model } from './model.ts';
import { params as schema, type Params } from './params.ts';

async function modelOf(given: Partial<Params> = {}): Promise<Model> {
  const initial = completed(schema, given);
  const result = await resultOf(compute, initial);
  const ask = (): Promise<Answer> => new Promise(() => undefined);
  return createModel(createWidgetState({ schema, initial, result, playback: ['step'], ask }));
}

const original = imageOf(schema.x.default, schema.changed.default);

/** Two pixels that differ, in each other's places. */
const swapped = (() => {
  const at = original.data.findIndex((value) => value !== original.data[0]);
  return withValue(withValue(original, 0, original.data[at]), at, original.data[0]);
})();

describe('a change of another image', () => {
  it('moves my output in training, by what the mean and the variance say', async () => {
    const model = await modelOf();
    const { x, before, after, moved } = model.mine.value;
    const { statistics } = model;
    expect(moved).toBeGreaterThan(0.2);
    x.data.forEach((value, index) => {
      for (const [output, { mean, variance }] of [
        [before, statistics.value.before],
        [after, statistics.value.now],
      ] as const) {
        expect(output.data[index]).toBeCloseTo((value - mean) / Math.sqrt(variance + 1e-5), 4);
      }
    });
  });

  it('moves it by exactly nothing in evaluation, while its own output moves', async () => {
    const model = await modelOf({ mode: 'evaluation' });
    expect(model.moved.value.map((value) => value === 0)).toEqual([true, true, false, true]);
  });

  it('moves it less in a larger batch', async () => {
    const [two, four, six] = await Promise.all(
      [2, 4, 6].map(
        async (count) =>
          (
            await modelOf({
              x: sampleBatch(count),
              replacement: ndArray([5, 5], new Float32Array(25).fill(3)),
            })
          ).mine.value.moved,
      ),
    );
    expect(two).toBeGreaterThan(four);
    expect(four).toBeGreaterThan(six);
  });

  it('has not begun at step 0', async () => {
    const model = await modelOf({ step: 0 });
    expect(model.moved.value).toEqual([0, 0, 0, 0]);
    expect(model.other.value?.difference).toBe(0);
  });
});

it('a batch of one is instance normalization, and there is nobody to change', async () => {
  const model = await modelOf({ x: sampleBatch(1), mine: 5 });
  expect(model.other.value).toBeUndefined();
  expect(model.fromInstance.value).toBeLessThan(1e-6);
  expect((await modelOf()).fromInstance.value).toBeGreaterThan(0.1);
});

it('mine is never the one that changes', async () => {
  const roles = async (given: Partial<Params>) => (await modelOf(given)).roles.value;
  expect(await roles({ mine: 2 })).toEqual({ mine: 2, changed: 0 });
  expect(await roles({ x: sampleBatch(2), mine: 4, changed: 4 })).toEqual({ mine: 1, changed: 0 });
});

describe('the challenge', () => {
  const met = async (given: Partial<Params>): Promise<boolean> => {
    const params = completed(schema, given);
    return noLeak(params, await resultOf(compute, params));
  };

  it('is met by the same pixels in other places', async () => {
    expect(await met({ replacement: swapped })).toBe(true);
  });

  it('is not met by nothing, by one pixel or by leaving training', async () => {
    expect(await met({ replacement: original })).toBe(false);
    expect(await met({ replacement: withValue(original, 0, 0.6) })).toBe(false);
    expect(await met({ mode: 'evaluation' })).toBe(false);
    expect(await met({ x: sampleBatch(1) })).toBe(false);
  });
});
