import { describe, expect, it } from 'vitest';
import { activationNames } from '#nd/activation-names.ts';
import { offsetOf } from '#nd/maps.ts';
import { maxDifference, ndArray, tabulate, withValue, type NdArray } from '#nd/nd-array.ts';
import { openState } from '../../../tests/support/open-state.ts';
import { noShift, unchanged } from './challenges.ts';
import compute, { type Result } from './compute.ts';
import { weightsOf } from './filters.ts';
import { createModel } from './model.ts';
import { forms, params as schema, type Params } from './params.ts';
import { roundUp } from './reach.ts';
import { hardlySpread, initialized, resizedWeights, samePushed, twoFilters } from './weights.ts';

async function modelOf(given: Partial<Params> = {}) {
  const figure = await openState<typeof schema, Result>(schema, compute, given, ['cell']);
  if (!figure) throw new Error('It is refused');
  return { ...figure, model: createModel(figure.state) };
}

async function resultOf(given: Partial<Params> = {}): Promise<Result> {
  return (await modelOf(given)).state.answered.value.result;
}

const row = (values: readonly number[]): NdArray => ndArray([1, 1, 1, values.length], values);

/** A filter's weights pushed by one number. */
const pushed = (weight: NdArray, filter: number, by: number): NdArray => ({
  shape: weight.shape,
  data: weight.data.map((each, at) => (at % 54 >= 27 === (filter === 1) ? each + by : each)),
});

describe('weights', () => {
  it('are 54 in 2 sets of 27, or 1,568 in 8 sets of 196', async () => {
    expect(twoFilters.data).toHaveLength(54);
    expect(weightsOf(twoFilters, 1)).toHaveLength(27);
    expect(initialized.data).toHaveLength(1568);
    expect((await modelOf({ weight: initialized })).model.fanIn.value).toBe(196);
  });

  it('keep what fits when they get another shape, whatever comes beside it', () => {
    const larger = resizedWeights(twoFilters, [3, 3, 5, 5]);
    expect(larger.data[offsetOf(larger, [1, 2, 2, 2])]).toBe(twoFilters.data[53]);
    expect(resizedWeights(larger, [2, 3, 3, 3])).toEqual(twoFilters);
  });
});

describe('standardization', () => {
  it('of [1, 2, 3, 4] and of [0, 0, 1, −1], by hand', async () => {
    const weight = row([1, 2, 3, 4]);
    const identity = { activation: 'identity', weight } as const;
    const plain = await resultOf({ ...identity, form: 'plain' });
    const expected = [-1.3416, -0.4472, 0.4472, 1.3416];
    expect(maxDifference(plain.standardized.data, expected)).toBeLessThan(1e-4);
    for (const form of ['deepmind', 'timm'] as const) {
      const { standardized } = await resultOf({ ...identity, form });
      const half = expected.map((each) => each / 2);
      expect(maxDifference(standardized.data, half)).toBeLessThan(1e-4);
    }
    const { standardized } = await resultOf({ ...identity, weight: row([0, 0, 1, -1]) });
    expect(maxDifference(standardized.data, [0, 0, Math.SQRT1_2, -Math.SQRT1_2])).toBeLessThan(
      1e-5,
    );
  });

  it('leaves a sum of 0 and the length γ · |s|, and takes ReLU’s γ as 1.71286', async () => {
    const { model } = await modelOf({ gain: ndArray([2], [1, -2]) });
    expect(model.gamma.value).toBeCloseTo(1.71286, 4);
    const [first, second] = model.filters.value;
    expect(first.after.sum).toBeCloseTo(0, 5);
    expect(first.after.length).toBeCloseTo(1.71286, 4);
    expect(second.after.length).toBeCloseTo(2 * 1.71286, 4);
    expect(second.after.expectedVariance).toBeCloseTo(4, 4);
  });

  it.each(forms)(
    'in the form “%s” does not see what is added to all weights of a filter',
    async (form) => {
      const { standardized } = await resultOf({ form, weight: samePushed });
      expect(maxDifference(weightsOf(standardized, 0), weightsOf(standardized, 1))).toBeLessThan(
        1e-5,
      );
    },
  );

  it('changes all weights of a filter with one of them, and no others', async () => {
    const edited = withValue(twoFilters, 30, 5);
    const [before, after] = [await resultOf(), await resultOf({ weight: edited })];
    const differences = before.standardized.data.map((each, at) =>
      Math.abs(each - after.standardized.data[at]),
    );
    expect(differences.subarray(0, 27).every((each) => each === 0)).toBe(true);
    expect(differences.subarray(27).every((each) => each > 1e-3)).toBe(true);
  });

  it.each(forms)('in the form “%s” makes zeros of a filter without spread', async (form) => {
    const { model } = await modelOf({ form, weight: hardlySpread });
    const [none, hardly, usual] = model.filters.value;
    expect(none).toMatchObject({ isFlat: true, isShort: false });
    expect(none.after).toMatchObject({ length: 0, mean: 0, variance: 0 });
    expect(hardly).toMatchObject({ isFlat: false, isShort: true });
    expect(usual).toMatchObject({ isFlat: false, isShort: false });
  });

  it('shortens a filter that hardly spreads by what each form has against a division by 0', async () => {
    const lengthIn = async (form: Params['form']): Promise<number> =>
      (await modelOf({ form, weight: hardlySpread })).model.filters.value[1].after.length;
    const { data } = (await resultOf({ weight: hardlySpread })).variance;
    const gamma = 1.712858;
    expect(await lengthIn('deepmind')).toBeCloseTo(gamma * Math.sqrt((27 * data[1]) / 1e-4), 4);
    expect(await lengthIn('timm')).toBeCloseTo(gamma * Math.sqrt(data[1] / (data[1] + 1e-6)), 4);
  });
});

describe('outputs', () => {
  it.each(activationNames)(
    'through %s are what the theory says, to within their error',
    async (activation) => {
      for (const seed of [1, 2, 3]) {
        const { model } = await modelOf({ activation, seed });
        for (const { before, after } of model.filters.value) {
          for (const side of [before, after]) {
            // Two and a half of the errors that are shown: five standard errors.
            expect(Math.abs(side.mean - side.expectedMean)).toBeLessThan(2.5 * side.meanError);
            expect(Math.abs(side.variance - side.expectedVariance)).toBeLessThan(
              2.5 * side.varianceError,
            );
          }
          expect(after.expectedMean).toBeCloseTo(0, 5);
          expect(after.expectedVariance).toBeCloseTo(1, 4);
        }
      }
    },
  );

  it('lie within the error that is shown in about 19 of 20 draws', async () => {
    let within = 0;
    for (let seed = 100; seed < 160; seed++) {
      const { model } = await modelOf({ seed });
      const [{ after }] = model.filters.value;
      if (Math.abs(after.mean) <= after.meanError) within++;
    }
    expect(within / 60).toBeGreaterThan(0.87);
    expect(within).toBeLessThan(60);
  });

  it('shift by N μ E g(Z) when a number is added to all weights', async () => {
    const [first, second] = (await modelOf({ weight: pushed(twoFilters, 0, 0.2) })).model.filters
      .value;
    const [plain] = (await modelOf()).model.filters.value;
    expect(first.before.expectedMean - plain.before.expectedMean).toBeCloseTo(
      27 * 0.2 * 0.398942,
      4,
    );
    expect(second.before.expectedMean).toBeGreaterThan(5);
  });

  it('of plain standardization have variance N Var g(Z)', async () => {
    const { model } = await modelOf({ form: 'plain' });
    expect(model.filters.value[0].after.expectedVariance).toBeCloseTo(27 * 0.340845, 2);
  });
});

describe('edits of a whole filter', () => {
  it('move its mean or spread it about its mean, and leave the other filter alone', async () => {
    const { model, settled } = await modelOf();
    model.setMoments(1, { mean: -0.25 });
    await settled();
    model.setMoments(1, { deviation: 1 });
    await settled();
    expect(model.filter.value).toBe(1);
    expect(model.numbers.value.mean).toBeCloseTo(-0.25, 5);
    expect(model.numbers.value.deviation).toBeCloseTo(1, 5);
    expect(weightsOf(model.tensors.value.before, 0)).toEqual(weightsOf(twoFilters, 0));
  });

  it('leave the axis of the weights where it is as far as a grip goes', async () => {
    const { model, settled } = await modelOf();
    const span = model.span.value;
    model.setMoments(0, { mean: span });
    await settled();
    expect(model.filter.value).toBe(0);
    expect(model.span.value).toBe(span);
  });

  it('are undone as one when they were one drag', async () => {
    const { model, state } = await modelOf();
    model.setMoments(0, { mean: 0.1 }, 'drag');
    model.setMoments(0, { mean: 0.4 }, 'drag');
    state.undo();
    expect(state.params.value.weight).toEqual(twoFilters);
  });

  it('of one that is about to go are left', async () => {
    const { model, state } = await modelOf();
    model.setSize([0], 1);
    const { weight } = state.params.value;
    model.setMoments(1, { mean: 0 });
    model.setGain(1, 3);
    expect(state.params.value.weight).toBe(weight);
  });
});

it('axes reach to a round number', () => {
  expect([0.1, 0.26, 1, 1.01, 7.3, 9.5, 12].map(roundUp)).toEqual([0.1, 0.3, 1, 1.5, 8, 10, 15]);
});

describe('the challenges', () => {
  async function met(goal: typeof unchanged, given: Partial<Params>): Promise<boolean> {
    const { params, result } = (await modelOf(given)).state.answered.value;
    return goal(params, result);
  }
  const tall = (values: readonly number[]) => ({ weight: row(values) });

  it('mean 0 and length γ stay as they are; either alone, or zeros, do not do', async () => {
    const half = 1.712858 / Math.SQRT2;
    expect(await met(unchanged, tall([half, -half]))).toBe(true);
    expect(await met(unchanged, tall([1, -1]))).toBe(false);
    expect(await met(unchanged, tall([half + 0.1, -half + 0.1]))).toBe(false);
    expect(await met(unchanged, tall([0, 0]))).toBe(false);
    expect(await met(unchanged, { ...tall([1, -1]), form: 'plain' })).toBe(true);
    const gain = ndArray([1], [Math.SQRT2 / 1.712858]);
    expect(await met(unchanged, { ...tall([1, -1]), gain })).toBe(true);
  });

  it('only an activation of mean 0 shifts nothing, and only weights far from 0 show it', async () => {
    for (const activation of activationNames) {
      const symmetric = ['tanh', 'softsign', 'selu'].includes(activation);
      expect(await met(noShift, { activation }), activation).toBe(symmetric);
    }
    const centred = tabulate([1, 1, 1, 4], (_f, _c, _h, w) => [1, -1, 0.5, -0.5][w]);
    expect(await met(noShift, { activation: 'tanh', weight: centred })).toBe(false);
  });

  it('are met by moving a filter as a whole, and not by half of it', async () => {
    const { model, state, settled } = await modelOf();
    const met = async (goal: typeof unchanged): Promise<boolean> => {
      await settled();
      const { params, result } = state.answered.value;
      return goal(params, result);
    };
    model.setMoments(1, { mean: 0 });
    expect(await met(unchanged)).toBe(false);
    model.setMoments(1, { deviation: 0.3 });
    expect(await met(unchanged)).toBe(false);
    model.setMoments(1, { deviation: 0.32964 });
    expect(await met(unchanged)).toBe(true);
    state.edit({ activation: 'tanh' });
    expect(await met(noShift)).toBe(false);
    model.setMoments(1, { mean: 0.5 });
    expect(await met(noShift)).toBe(true);
  });
});
