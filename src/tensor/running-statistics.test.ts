import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import {
  batchNorm,
  populationStatistics,
  runningRules,
  unbiasedVariance,
  updateRunning,
  type Statistics,
} from '#tensor';
import fixtures from '../../tests/pytorch/running-statistics.json' with { type: 'json' };
import { expectClose } from '../../tests/support/expect-close.ts';
import { stored, type Stored } from '../../tests/support/fixtures.ts';

type Rule = keyof typeof runningRules;

const [{ batches, rules }] = fixtures as unknown as [
  { batches: Stored; rules: { rule: Rule; steps: Stored }[] },
];
const [steps, ...shape] = batches.shape;
const values = shape[0] * shape[2] * shape[3];

const batchAt = (step: number): tf.Tensor => {
  const size = batches.data.length / steps;
  return stored({ shape, data: batches.data.slice(step * size, (step + 1) * size) });
};

describe('running statistics', () => {
  it.each(rules)('follow the rule of $rule over 100 batches, step by step', async (fixture) => {
    const before = tf.memory().numTensors;
    let running: Statistics = { mean: tf.zeros([2]), variance: tf.ones([2]) };
    for (let step = 0; step < steps; step++) {
      const next = tf.tidy(() =>
        updateRunning(running, batchNorm(batchAt(step)), values, runningRules[fixture.rule]),
      );
      tf.dispose(Object.values(running));
      running = next;
      const expected = fixture.steps.data.slice(step * 4, step * 4 + 4);
      await expectClose(running.mean, expected.slice(0, 2));
      await expectClose(running.variance, expected.slice(2));
    }
    tf.dispose(Object.values(running));
    expect(tf.memory().numTensors).toBe(before);
  });

  it('of the paper are means over batches, the variance unbiased', async () => {
    const statistics = [
      { mean: tf.tensor1d([1, 2]), variance: tf.tensor1d([3, 6]) },
      { mean: tf.tensor1d([3, 4]), variance: tf.tensor1d([6, 3]) },
    ];
    const population = populationStatistics(statistics, 4);
    await expectClose(population.mean, [2, 3]);
    await expectClose(population.variance, [6, 6]);
    tf.dispose([...statistics, population].flatMap((each) => Object.values(each)));
  });

  it('turn a biased variance of 3.5 over four values into 4.6667', async () => {
    const biased = tf.tensor1d([3.5]);
    const unbiased = unbiasedVariance(biased, 4);
    await expectClose(unbiased, [14 / 3]);
    tf.dispose([biased, unbiased]);
  });
});
