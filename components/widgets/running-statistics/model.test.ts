import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import type { Answer } from '#engine/messages.ts';
import { completed } from '#kit/link.ts';
import { createWidgetState } from '#kit/widget-state.ts';
import { batchNorm, runningRules } from '#tensor';
import fixtures from '../../../tests/pytorch/running-statistics.json' with { type: 'json' };
import { expectClose } from '../../../tests/support/expect-close.ts';
import { stored, type Stored } from '../../../tests/support/fixtures.ts';
import { resultOf } from '../../../tests/support/result-of.ts';
import { sameInKeras } from './challenges.ts';
import compute, { follow } from './compute.ts';
import { PIXELS, STEPS } from './data.ts';
import { createModel, type Model } from './model.ts';
import { params as schema, type Params } from './params.ts';
import { defaults, type Library } from './rules.ts';

async function modelOf(given: Partial<Params> = {}): Promise<Model> {
  const initial = completed(schema, given);
  const result = await resultOf(compute, initial);
  const ask = (): Promise<Answer> => new Promise(() => undefined);
  return createModel(createWidgetState({ schema, initial, result, playback: ['step'], ask }));
}

const keras = { ...defaults.keras, momentum: Math.fround(0.99) };
const [{ batches, rules }] = fixtures as unknown as [
  { batches: Stored; rules: { rule: keyof typeof runningRules; steps: Stored }[] },
];

describe('the rules', () => {
  it.each(rules)('$rule is followed over all 100 batches of its fixture', async (fixture) => {
    const [steps, ...shape] = batches.shape;
    const size = batches.data.length / steps;
    const statistics = Array.from({ length: steps }, (_, step) =>
      batchNorm(stored({ shape, data: batches.data.slice(step * size, (step + 1) * size) })),
    );
    const flat = statistics.map(({ mean, variance }) => ({
      mean: tf.reshape(mean, [2]),
      variance: tf.reshape(variance, [2]),
    }));
    const followed = follow(flat, shape[0] * shape[2] * shape[3], runningRules[fixture.rule]);
    expect(followed).toHaveLength(steps + 1);
    for (let step = 0; step < steps; step++) {
      const expected = fixture.steps.data.slice(step * 4, step * 4 + 4);
      await expectClose(followed[step + 1].mean, expected.slice(0, 2));
      await expectClose(followed[step + 1].variance, expected.slice(2));
    }
  });

  it('are those of the libraries', () => {
    const names: Record<Library, keyof typeof runningRules> = {
      pytorch: 'pytorch',
      keras: 'keras',
      fused: 'kerasFused',
    };
    for (const [library, name] of Object.entries(names)) {
      const { convention, momentum, unbiased } = defaults[library as Library];
      const momentumOf = convention === 'pytorch' ? 'new' : 'old';
      expect({ momentumOf, momentum, unbiased }).toEqual(runningRules[name]);
    }
  });

  it.each([{}, keras, { momentum: 0.35, unbiased: false, drift: 3 }])(
    'are kept at every step of a run: %o',
    async (given) => {
      const params = completed(schema, given);
      const { statistics, running } = await resultOf(compute, params);
      const values = params.batchSize * PIXELS;
      const share = params.convention === 'pytorch' ? params.momentum : 1 - params.momentum;
      [1, params.unbiased ? values / (values - 1) : 1].forEach((factor, row) => {
        let expected = row;
        for (let step = 0; step < STEPS; step++) {
          expect(running.data[row * (STEPS + 1) + step]).toBeCloseTo(expected, 4);
          expected = (1 - share) * expected + share * factor * statistics.data[row * STEPS + step];
        }
      });
    },
  );
});

describe('the two modes', () => {
  it('part by what the statistics differ in', async () => {
    const model = await modelOf({ step: 20 });
    const { x, trained, evaluated } = model.images.value;
    const mean = model.numbers('mean');
    const variance = model.numbers('variance');
    x.data.forEach((value, index) => {
      expect(trained.data[index]).toBeCloseTo(
        (value - mean.batch) / Math.sqrt(variance.batch + 1e-5),
        4,
      );
      expect(evaluated.data[index]).toBeCloseTo(
        (value - mean.after) / Math.sqrt(variance.after + 1e-5),
        4,
      );
    });
    expect(model.difference.value).toBeGreaterThan(0.01);
  });

  it('evaluation is one factor and one summand', async () => {
    const model = await modelOf({ step: 20 });
    const { x, evaluated } = model.images.value;
    const { factor, summand } = model.folded.value;
    x.data.forEach((value, index) => {
      expect(factor * value + summand).toBeCloseTo(evaluated.data[index], 4);
    });
  });

  it('agree but for m / (m − 1) where only the last batch counts', async () => {
    const model = await modelOf({ momentum: 1, unbiased: false });
    expect(model.difference.value).toBeLessThan(1e-4);
  });
});

it('momentum 0.1 in PyTorch leaves 35 % of the start after ten batches, 0.99 in Keras 37 % after 100', async () => {
  expect((await modelOf()).start.value).toBeCloseTo(0.9 ** 10, 6);
  expect((await modelOf({ ...keras, step: 99 })).start.value).toBeCloseTo(0.99 ** 100, 4);
});

it('the challenge wants the complement of the momentum', async () => {
  const met = async (given: Partial<Params>): Promise<boolean> => {
    const params = completed(schema, given);
    return sameInKeras(params, await resultOf(compute, params));
  };
  const momentum = Math.fround(0.9);
  expect(await met({})).toBe(false);
  expect(await met({ convention: 'keras' })).toBe(false);
  expect(await met({ momentum })).toBe(false);
  expect(await met({ convention: 'keras', momentum, unbiased: false })).toBe(false);
  expect(await met({ convention: 'keras', momentum })).toBe(true);
  expect(await met({ convention: 'keras', momentum, drift: 2, batchSize: 1 })).toBe(true);
});
