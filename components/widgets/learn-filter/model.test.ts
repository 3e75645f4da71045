import { describe, expect, it } from 'vitest';
import type { Answer } from '#engine/messages.ts';
import { completed } from '#kit/link.ts';
import { createWidgetState } from '#kit/widget-state.ts';
import { matrix, maxDifference } from '#nd/nd-array.ts';
import { resultOf } from '../../../tests/support/result-of.ts';
import { learnsFast } from './challenges.ts';
import compute from './compute.ts';
import { createModel, type Model } from './model.ts';
import { params as schema, type Params } from './params.ts';

async function modelOf(given: Partial<Params> = {}): Promise<Model> {
  const initial = completed(schema, given);
  const result = await resultOf(compute, initial);
  const ask = (): Promise<Answer> => new Promise(() => undefined);
  return createModel(createWidgetState({ schema, initial, result, playback: ['step'], ask }));
}

describe('a run', () => {
  it('comes to the hidden kernel', async () => {
    const model = await modelOf();
    expect(model.outcome.value).toBe('found');
    expect(model.distance.value).toBeLessThan(0.01);
  });

  it('is the same for the same seed, and another for another', async () => {
    const [first, again, other] = await Promise.all(
      [{}, {}, { seed: 2 }].map((given) => resultOf(compute, completed(schema, given))),
    );
    expect(again.losses).toEqual(first.losses);
    expect(other.losses).not.toEqual(first.losses);
  });

  it('takes every step down the gradient that is shown', async () => {
    const model = await modelOf({ step: 7 });
    const { rate } = model.state.params.value;
    const stepped = model.kernel.value.data.map(
      (weight, index) => weight - rate * model.gradient.value.data[index],
    );
    expect(maxDifference(stepped, model.next.value.data)).toBeLessThan(1e-5);
  });

  it('has the mean of the squared difference as its loss', async () => {
    const model = await modelOf({ noise: 0.4, step: 3 });
    const { data } = model.error.value;
    const mean = data.reduce((sum, value) => sum + value * value, 0) / data.length;
    expect(model.loss.value).toBeCloseTo(mean, 5);
  });
});

describe('the largest stable rate', () => {
  it.each(['noise', 'disc', 'stripes'] as const)(
    'parts falling from growing runs on %s',
    async (input) => {
      const limit = (await modelOf({ input })).limit.value;
      const last = async (rate: number): Promise<number> => {
        const { losses } = await resultOf(compute, completed(schema, { input, rate, steps: 200 }));
        return losses.data[200] / losses.data[0];
      };
      expect(await last(0.97 * limit)).toBeLessThan(1);
      expect(await last(1.05 * limit)).toBeGreaterThan(1);
    },
  );
});

describe('the outcome', () => {
  it('names the step at which a run diverges', async () => {
    const model = await modelOf({ rate: 0.8, steps: 20 });
    const { data } = model.result.value.losses;
    const at = model.divergedAt.value ?? 0;
    expect(model.outcome.value).toBe('diverged');
    expect(data[at]).toBeGreaterThan(1000 * data[0]);
    expect(data[at - 1]).toBeLessThanOrEqual(1000 * data[0]);
  });

  it('calls a run diverged that has overflowed', async () => {
    const model = await modelOf({ rate: 10, steps: 200 });
    expect(model.result.value.losses.data.at(-1)).not.toSatisfy(Number.isFinite);
    expect(model.outcome.value).toBe('diverged');
  });

  it('sees that on stripes another kernel does as well', async () => {
    const model = await modelOf({ input: 'stripes', rate: 0.3, steps: 60, step: 60 });
    expect(model.outcome.value).toBe('other-kernel');
    expect(model.distance.value).toBeGreaterThan(0.5);
    expect(model.loss.value).toBeLessThan(1e-6);
  });

  it('sees a run stop at the noise', async () => {
    const hidden = matrix([
      [0, 1, 0],
      [1, -4, 1],
      [0, 1, 0],
    ]);
    const model = await modelOf({ hidden, noise: 0.5, steps: 60 });
    expect(model.outcome.value).toBe('noise');
  });
});

it('the challenge is not met at first, and met at a better rate', async () => {
  const met = async (rate: number): Promise<boolean> => {
    const params = completed(schema, { rate, steps: 12 });
    return learnsFast(params, await resultOf(compute, params));
  };
  expect(await met(0.2)).toBe(false);
  expect(await met(0.38)).toBe(true);
});
