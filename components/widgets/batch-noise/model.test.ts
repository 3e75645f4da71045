import { expect, describe, it } from 'vitest';
import { computeInProcess } from '#engine/in-process.ts';
import type { Answer } from '#engine/messages.ts';
import { completed } from '#kit/link.ts';
import { createWidgetState } from '#kit/widget-state.ts';
import { resultOf } from '../../../tests/support/result-of.ts';
import { quiet } from './challenges.ts';
import compute from './compute.ts';
import { BATCHES, drawBatch, measuredSizes } from './data.ts';
import { createModel, quantities, type Model } from './model.ts';
import { params as schema, type Params } from './params.ts';
import { theoryOf } from './theory.ts';

async function modelOf(given: Partial<Params> = {}): Promise<Model> {
  const initial = completed(schema, given);
  const result = await resultOf(compute, initial);
  const ask = (): Promise<Answer> => new Promise(() => undefined);
  return createModel(createWidgetState({ schema, initial, result, playback: ['step'], ask }));
}

const settings: readonly Partial<Params>[] = [
  {},
  { seed: 2 },
  { side: 2, correlation: 0 },
  { side: 4 },
  { side: 7, correlation: 0.8 },
];

describe('theory', () => {
  it.each([
    [2, 0.7071, 0.5, 0.7071],
    [4, 0.5, 0.75, 0.6124],
    [16, 0.25, 0.9375, 0.3423],
    [32, 0.1768, 0.96875, 0.2461],
    [64, 0.125, 0.984375, 0.1754],
    [256, 0.0625, 0.99609, 0.0882],
  ])('of %i independent values', (batchSize, meanSpread, variance, varianceSpread) => {
    const theory = theoryOf({ batchSize, side: 1, correlation: 0.3 });
    expect(theory.values).toBe(batchSize);
    expect(theory.meanSpread).toBeCloseTo(meanSpread, 4);
    expect(theory.variance).toBeCloseTo(variance, 5);
    expect(theory.varianceSpread).toBeCloseTo(varianceSpread, 4);
  });

  it('takes pixels without correlation for images, and equal pixels for one', () => {
    const same = { ...theoryOf({ batchSize: 36, side: 1, correlation: 0 }) };
    const pixels = theoryOf({ batchSize: 4, side: 3, correlation: 0 });
    for (const [name, value] of Object.entries(same)) {
      expect(pixels[name as keyof typeof pixels], name).toBeCloseTo(value, 12);
    }
    expect(theoryOf({ batchSize: 4, side: 3, correlation: 1 }).effective).toBeCloseTo(4, 12);
  });
});

describe('what is measured', () => {
  it.each(settings)(
    'is within its sampling error at the batch sizes that are shown: %o',
    async (given) => {
      const model = await modelOf(given);
      for (const quantity of quantities) {
        const sizes = measuredSizes(model.params.value.batchSize);
        const apart = sizes.map((size) => model.compare(size, quantity).apart);
        expect(Math.max(...apart), quantity).toBeLessThan(4);
      }
    },
  );

  it('is that of the batches whose values are shown', async () => {
    const model = await modelOf({ batchSize: 6, side: 2, step: 41 });
    const { values, mean, variance } = model.batch.value;
    const own = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(values.length).toBe(24);
    expect(mean).toBeCloseTo(own, 5);
    expect(variance).toBeCloseTo(
      values.reduce((sum, value) => sum + (value - own) ** 2, 0) / values.length,
      5,
    );
  });

  it('comes from pixels with the correlation that is asked for', () => {
    const draw = { side: 2, correlation: 0.6, seed: 3 };
    let products = 0;
    for (let batch = 0; batch < BATCHES; batch++) {
      const values = drawBatch(draw, batch, 64);
      for (let image = 0; image < 64; image++)
        products += values[4 * image] * values[4 * image + 3];
    }
    expect(products / (64 * BATCHES)).toBeCloseTo(0.6, 1);
  });
});

it('a single value is refused', async () => {
  const answer = await computeInProcess(compute, completed(schema, { batchSize: 1 }));
  expect(answer).toMatchObject({ kind: 'refused', error: { code: 'one-value-a-channel' } });
});

it('the challenge wants more pixels and hardly any correlation', async () => {
  const met = async (given: Partial<Params>): Promise<boolean> => {
    const params = completed(schema, given);
    return quiet(params, await resultOf(compute, params));
  };
  expect(await met({ batchSize: 2, side: 7 })).toBe(false);
  expect(await met({ batchSize: 2, correlation: 0 })).toBe(false);
  expect(await met({ batchSize: 64, correlation: 0 })).toBe(false);
  expect(await met({ batchSize: 2, side: 7, correlation: 0 })).toBe(true);
});
