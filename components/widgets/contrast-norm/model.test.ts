import { describe, expect, it } from 'vitest';
import { maxDifference } from '#nd/nd-array.ts';
import { openState } from '../../../tests/support/open-state.ts';
import { greyAlike, stillApart } from './challenges.ts';
import compute, { type Result } from './compute.ts';
import { createModel, stages } from './model.ts';
import { params, type Params } from './params.ts';
import { batchOf, momentsOf, pictures, SIDE, type Moments } from './pictures.ts';

async function opened(given: Partial<Params> = {}) {
  const it = await openState<typeof params, Result>(params, compute, given, ['step', 'image']);
  if (!it) throw new Error('These params are refused');
  return { ...it, model: createModel(it.state) };
}

const portraits = (...moments: Moments[]) => ({ x: batchOf(pictures.portrait(SIDE), moments) });

describe('images of the deviations 1 and 3', () => {
  // FACTS S3-8: BN leaves the variances 0.2 and 1.8, IN 1 and 1.
  it('keep their ratio under BN and lose it under IN', async () => {
    const { model } = await opened();
    const variances = stages.map((stage) =>
      [0, 1].map((n) => model.statisticsOf(stage, n).variance),
    );
    const expected = [1, 9, 0.2, 1.8, 1, 1];
    variances.flat().forEach((one, at) => expect(one).toBeCloseTo(expected[at], 4));
  });

  it('differ by the ratio under BN and by no more than ε under IN', async () => {
    const { state } = await opened();
    const { batch, differences } = state.answered.value.result;
    const size = batch.data.length / 2;
    const thrice = batch.data.subarray(0, size).map((value) => 3 * value);
    expect(maxDifference(thrice, batch.data.subarray(size))).toBeLessThan(1e-5);
    expect(differences.data[0]).toBeGreaterThan(1);
    expect(differences.data[1]).toBeLessThan(5e-5);
  });
});

it('variances after are σ²/(σ² + ε), with the variance of all images or the own one', async () => {
  const { model, state } = await opened({
    ...portraits({ mean: -1, deviation: 0.5 }, { mean: 2, deviation: 1.5 }),
    epsilon: '0.1',
  });
  // Variance of the whole: the mean of both, and that of the means −1 and 2.
  const whole = (0.25 + 2.25) / 2 + 1.5 ** 2;
  expect(state.answered.value.result.shared.data[1]).toBeCloseTo(whole, 4);
  [0.25, 2.25].forEach((own, n) => {
    expect(model.usedBy('batch', n).left).toBeCloseTo(own / (whole + 0.1), 4);
    expect(model.usedBy('instance', n).left).toBeCloseTo(own / (own + 0.1), 4);
  });
});

it('one image is normalized by BN as by IN', async () => {
  const { state } = await opened(portraits({ mean: 1, deviation: 2 }));
  const { batch, instance } = state.answered.value.result;
  expect(maxDifference(batch.data, instance.data)).toBeLessThan(1e-5);
});

describe('an image', () => {
  it('takes another contrast, then its old one, and is what it was', async () => {
    const { model, state, settled } = await opened();
    const before = state.params.value.x;
    model.setMoments(0, { deviation: 2.5 });
    model.setMoments(0, { mean: -1 });
    expect(model.momentsOf(0)).toMatchObject({ mean: expect.closeTo(-1, 5) });
    expect(model.momentsOf(0).deviation).toBeCloseTo(2.5, 5);
    expect(model.momentsOf(1).deviation).toBeCloseTo(3, 5);
    model.setMoments(0, { mean: 1, deviation: 1 });
    await settled();
    expect(maxDifference(state.params.value.x.data, before.data)).toBeLessThan(1e-5);
  });

  it('shows another picture at its own mean and deviation', async () => {
    const { model } = await opened(portraits({ mean: 1, deviation: 2 }, { mean: 0, deviation: 1 }));
    model.setPicture(0, pictures.window(SIDE));
    expect(model.momentsOf(0).mean).toBeCloseTo(1, 5);
    expect(model.momentsOf(0).deviation).toBeCloseTo(2, 5);
    expect([0, 1].map(model.nameOf)).toEqual(['window', 'portrait']);
  });

  it('that is flat stays finite, and gets its contrast back with a picture', async () => {
    const { model, state, settled } = await opened(portraits({ mean: 1, deviation: 0 }));
    expect(model.isFlat(0)).toBe(true);
    expect([...state.answered.value.result.instance.data].every((one) => one === 0)).toBe(true);
    model.setPicture(0, pictures.glyph(SIDE));
    await settled();
    expect(momentsOf(state.params.value.x.data).deviation).toBeCloseTo(1, 5);
  });
});

it('the timeline takes the mean away, then divides', async () => {
  const { model, state } = await opened({
    ...portraits({ mean: -2, deviation: 1 }, { mean: 2, deviation: 1 }),
    step: 1,
  });
  const means = (stage: 'batch' | 'instance') =>
    [0, 1].map((n) => model.statisticsOf(stage, n).mean);
  expect(means('batch')[0]).toBeCloseTo(-2, 4);
  expect(means('instance')[1]).toBeCloseTo(0, 4);
  state.show({ step: 0 });
  expect(means('instance')[1]).toBeCloseTo(2, 4);
  expect(model.batches.value.instance).toBe(state.params.value.x);
});

describe('the challenges', () => {
  const met = async (given: Partial<Params>) => {
    const { state } = await opened(given);
    const { params, result } = state.answered.value;
    return [greyAlike(params, result), stillApart(params, result)];
  };

  it('are not met at first', async () => {
    expect(await met({})).toEqual([false, false]);
  });

  it('are met by equal contrast, and by another picture', async () => {
    const equal = [
      { mean: 1, deviation: 2 },
      { mean: 1, deviation: 2 },
    ];
    expect(await met(portraits(...equal))).toEqual([true, false]);
    const { model, state, settled } = await opened();
    model.setPicture(1, pictures.window(SIDE));
    await settled();
    const { params, result } = state.answered.value;
    expect(stillApart(params, result)).toBe(true);
    expect(greyAlike(params, result)).toBe(false);
  });

  it('are not met by one image, by flat ones, or by ε', async () => {
    expect(await met(portraits({ mean: 0, deviation: 1 }))).toEqual([false, false]);
    const flat = { mean: 0, deviation: 0 };
    expect(await met(portraits(flat, flat))).toEqual([false, false]);
    const faint = portraits({ mean: 0, deviation: 0.001 }, { mean: 0, deviation: 3 });
    expect(await met(faint)).toEqual([false, false]);
  });
});
