import { afterAll, describe, expect, it } from 'vitest';
import type { Answer } from '#engine/messages.ts';
import { completed } from '#kit/link.ts';
import { createWidgetState } from '#kit/widget-state.ts';
import { maxAbs } from '#nd/nd-array.ts';
import { resultOf } from '../../../tests/support/result-of.ts';
import { balanced, neverSeen, noNeed } from './challenges.ts';
import compute, { type Result } from './compute.ts';
import { curveOf } from './curves.ts';
import { placesOf, type Quantity, type Side } from './data.ts';
import { createModel } from './model.ts';
import { placeOf } from './looked.ts';
import { params as schema, type Params } from './params.ts';

async function open(given: Partial<Params> = {}) {
  const params = completed(schema, given);
  const result = await resultOf(compute, params);
  const ask = (): Promise<Answer> => new Promise(() => undefined);
  const state = createWidgetState({ schema, initial: params, result, ask });
  return { params, result, state, model: createModel(state) };
}

const SEEDS = [1, 2, 3, 4, 5, 6];

async function curves(given: Partial<Params>) {
  const runs: Result[] = [];
  for (const seed of SEEDS) runs.push((await open({ width: '64', ...given, seed })).result);
  return (side: Side, quantity: Quantity, layer: number): number[] =>
    runs.map((result) => curveOf(result, side, quantity)[layer]);
}

let farthest = { errors: 0, where: '' };

/** How far the mean over the seeds lies from a closed value, in standard errors of 64 channels. */
function expectWithin(values: readonly number[], expected: number, where: string): void {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const spread = squares / (values.length - 1) / values.length;
  // A width of 64 itself is off by about as much as one channel has of the mean square.
  const error = Math.hypot(Math.sqrt(spread), Math.max(1, expected) / 64);
  const errors = Math.abs(mean - expected) / error;
  if (errors > farthest.errors) farthest = { errors, where };
  expect(errors, `${where}: ${mean} ± ${error} beside ${expected}`).toBeLessThan(4);
}

afterAll(() => {
  console.info(`farthest: ${farthest.errors.toFixed(1)} standard errors, ${farthest.where}`);
});

describe('closed values', () => {
  const alike = [
    [1, 0.31831],
    [2, 0.49373],
    [3, 0.60483],
    [5, 0.73595],
    [10, 0.87154],
  ] as const;

  it('the law: two inputs of a plain He-ReLU network, to 20 layers', async () => {
    const { result } = await open({ layers: 20, width: '16' });
    for (const [layer, expected] of [...alike, [20, 0.94843] as const]) {
      expect(result.law.data[layer]).toBeCloseTo(expected, 5);
    }
  });

  it('likeness and squared mean without a norm; with one they stay 1/π', async () => {
    const measured = await curves({ layers: 10 });
    for (const [layer, expected] of alike) {
      expectWithin(measured('bare', 'likeness', layer), expected, `alike after ${layer}`);
      expectWithin(measured('cured', 'likeness', layer), 1 / Math.PI, `alike with BN, ${layer}`);
      expectWithin(measured('cured', 'squaredMean', layer), 1 / Math.PI, `with BN, ${layer}`);
      expectWithin(measured('cured', 'variance', layer), 1 - 1 / Math.PI, `spread, ${layer}`);
    }
    // The mean square itself strays far at this width; its part that is the mean does not.
    const shares = measured('bare', 'squaredMean', 3).map(
      (mean, run) => mean / (mean + measured('bare', 'variance', 3)[run]),
    );
    expectWithin(shares, 0.60483, 'share of the mean after 3');
  });

  it('residual: BN, ReLU, weights add 1/π to the squared mean with every block', async () => {
    const measured = await curves({ layers: 5, path: 'residual' });
    for (const layer of [1, 2, 3, 5]) {
      expectWithin(measured('cured', 'squaredMean', layer), layer / Math.PI, `+1/π, ${layer}`);
      expectWithin(measured('cured', 'variance', layer), 1 + layer * 0.68169, `+1−1/π, ${layer}`);
    }
    // Without a norm: 0.3183, 1.122, 3.007 beside 1.682, 2.878, 4.993.
    const { model } = await open({ layers: 3, path: 'residual', width: '16' });
    const [bare] = model.networks.value;
    expect(bare.expected?.map(({ squaredMean }) => Number(squaredMean.toFixed(3)))).toEqual([
      0, 0.318, 1.122, 3.007,
    ]);
    expect(bare.expected?.[3].variance).toBeCloseTo(4.993, 3);
  });

  it.each([
    ['relu', 0.4669],
    ['gelu', 0.2302],
    ['silu', 0.1364],
    ['mish', 0.1465],
    ['elu', 0.0416],
    ['tanh', 0],
  ] as const)('one layer of %s shifts by μ²/σ²', async (activation, expected) => {
    const { model } = await open({ activation, layers: 1, width: '16' });
    for (const network of model.networks.value) {
      const { squaredMean, variance } = network.expected?.[1] ?? { squaredMean: NaN, variance: 1 };
      expect(squaredMean / variance).toBeCloseTo(expected, 4);
    }
    const measured = await curves({ activation, layers: 1 });
    const ratios = measured('cured', 'squaredMean', 1).map(
      (mean, run) => mean / measured('cured', 'variance', 1)[run],
    );
    expectWithin(ratios, expected, activation);
  });
});

describe('every channel', () => {
  it('is at 0 after every BN, and after every layer that has it last', async () => {
    const { model } = await open({ layers: 4 });
    const { shifts, places } = model.networks.value[1];
    expect(places[0]).toBe('norm');
    for (const row of [1, 4, 7, 10]) expect(maxAbs(shifts[row])).toBeLessThan(1e-5);
    const last = (await open({ layers: 4, order: 'batch-last' })).model.networks.value[1];
    for (const row of [2, 3, 5, 6, 11, 12]) expect(maxAbs(last.shifts[row])).toBeLessThan(1e-5);
    // Between them it was there.
    for (const row of [1, 4, 7, 10]) expect(Math.min(...last.shifts[row])).toBeGreaterThan(0.3);
  });

  it.each(['batch', 'batch-last', 'scaled'] as const)('has the mean Σ w μ: %s', async (order) => {
    for (const path of ['plain', 'residual'] as const) {
      for (const side of ['bare', 'cured'] as const) {
        const { model } = await open({ order, path, side, layer: 3, layers: 4, channel: 7 });
        const { sum, measured, lanes } = model.looked.value;
        expect(lanes).toHaveLength(placesOf[side === 'bare' ? 'none' : order].length + 1);
        expect(Math.abs(sum - measured)).toBeLessThan(2e-6);
      }
    }
  });

  it('the first picture: it comes at about 0 and leaves far below, by the sum of its weights', async () => {
    const { model } = await open();
    const { sum, sumOfWeights, meanOfInputs, means } = model.looked.value;
    expect(Math.min(...means)).toBeGreaterThanOrEqual(0);
    expect(sum).toBeLessThan(-1);
    expect(Math.abs(sumOfWeights * meanOfInputs - sum)).toBeLessThan(0.1);
  });
});

describe('a filter of one’s own', () => {
  it('begins from the weights that are drawn, and stands in both networks', async () => {
    const { model, state } = await open({ layers: 4 });
    const drawn = model.looked.value.weights;
    model.setWeight(9, 5);
    const { filter, place } = state.params.value;
    expect(filter.shape).toEqual([6, 6]);
    expect(filter.data[9]).toBe(5);
    expect(filter.data[10]).toBe(drawn[10]);
    expect(place).toBe(placeOf(3, 2));
    const { model: edited } = await open({ layers: 4, filter, place });
    const other = await open({ layers: 4, filter, place, side: 'cured' });
    for (const { looked } of [edited, other.model]) {
      expect(looked.value.isOwn).toBe(true);
      expect(maxAbs(looked.value.weights.map((w, i) => w - filter.data[i]))).toBeLessThan(1e-6);
    }
    // Layers before it do not know of it.
    const [before, after] = [model, edited].map((each) => each.networks.value[0].shifts);
    expect(after[5]).toEqual(before[5]);
    expect(after[6][1]).not.toBe(before[6][1]);
    expect(after[8]).not.toEqual(before[8]);
  });

  it('moved by its sum keeps its differences', async () => {
    const { model, state } = await open({ layers: 4 });
    const { weights } = model.looked.value;
    model.setSum(0);
    const moved = state.params.value.filter.data;
    expect(Math.abs(moved.reduce((sum, weight) => sum + weight, 0))).toBeLessThan(1e-5);
    expect(moved[5] - moved[6]).toBeCloseTo(weights[5] - weights[6], 5);
  });

  it('of another size is none', async () => {
    const own = { ...schema.filter.default, shape: [4, 4], data: new Float32Array(16).fill(1) };
    const { model } = await open({ layers: 4, filter: own, place: placeOf(3, 2) });
    expect(model.looked.value.isOwn).toBe(false);
  });
});

describe('challenges', () => {
  it('no-need: an odd activation, ten layers', async () => {
    const met = async (given: Partial<Params>) => {
      const { params, result } = await open(given);
      return noNeed(params, result);
    };
    expect(await met({ layers: 10, activation: 'tanh' })).toBe(true);
    expect(await met({ layers: 10, activation: 'elu' })).toBe(false);
    expect(await met({ layers: 9, activation: 'tanh' })).toBe(false);
    expect(await met({ layers: 10, activation: 'identity' })).toBe(false);
  });

  it('never-seen: BN after the activation', async () => {
    const met = async (given: Partial<Params>) => {
      const { params, result } = await open(given);
      return neverSeen(params, result);
    };
    expect(await met({ order: 'batch-last' })).toBe(true);
    expect(await met({ order: 'batch-last', activation: 'tanh' })).toBe(false);
    expect(await met({ order: 'batch-last', path: 'residual' })).toBe(true);
    expect(await met({ path: 'residual' })).toBe(false);
    expect(await met({ path: 'residual', activation: 'silu', layers: 5 })).toBe(false);
    expect(await met({ order: 'scaled', path: 'residual' })).toBe(false);
    expect(await met({})).toBe(false);
  });

  it('balanced, as it is solved by hand: the filter adds up to 0', async () => {
    const { model, state } = await open();
    const edited = async () => {
      const { params, result } = await open({ ...state.params.value });
      return balanced(params, result);
    };
    model.setSum(2);
    expect(await edited()).toBe(false);
    model.setSum(0);
    expect(await edited()).toBe(true);
  });

  it('balanced: the sum of the weights weighed with the means, not alone', async () => {
    const start = await open({ seed: 18, channel: 25 });
    expect(balanced(start.params, start.result)).toBe(false);
    start.model.setSum(0);
    const alone = await open({ ...start.state.params.value });
    expect(balanced(alone.params, alone.result)).toBe(false);
    start.model.setSum(0.633);
    const weighed = await open({ ...start.state.params.value });
    expect(balanced(weighed.params, weighed.result)).toBe(true);
  });
});
