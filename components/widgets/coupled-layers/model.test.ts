import { describe, expect, it } from 'vitest';
import { maxDifference, ndArray } from '#nd/nd-array.ts';
import type { ParamsOf } from '#kit/params.ts';
import { openState } from '../../../tests/support/open-state.ts';
import { flipped, trueTenth, worseWithTwo } from './challenges.ts';
import compute, { type Result } from './compute.ts';
import { createModel, type Model } from './model.ts';
import { params } from './params.ts';
import { partialSums } from './partial-sums.ts';

type Given = Partial<ParamsOf<typeof params>>;

async function open(given: Given = {}): Promise<Model | undefined> {
  const opened = await openState<typeof params, Result>(params, compute, given, ['step', 'layer']);
  return opened && createModel(opened.state);
}

async function opened(given: Given = {}): Promise<Model> {
  const model = await open(given);
  if (!model) throw new Error('This chain is refused');
  return model;
}

const chain = (...weights: number[]) => ndArray([1, weights.length], weights);
const equal = (layers: number, weight: number) => chain(...Array<number>(layers).fill(weight));

/** The same chain in 64-bit floats. */
function inDoubles(weights: readonly number[], input: number, epsilon: number) {
  const productOf = (factors: readonly number[]): number =>
    factors.reduce((product, factor) => product * factor, input);
  const slopes = weights.map((_, index) => productOf(weights.filter((_, at) => at !== index)));
  const moved = weights.map((weight, index) => weight - epsilon * slopes[index]);
  return { slopes, before: productOf(weights), after: productOf(moved) };
}

describe('the step of the reference chain', () => {
  it.each([
    [0.01, 2.6352, 2.64173256732672],
    [0.1, 0.432, 1.0254385152],
    [0.3, -4.464, -0.1947230208],
  ])('with ε = %d promises %d, and makes %d', async (epsilon, promised, after) => {
    const { outcome, squaredNorm } = await opened({ epsilon });
    expect(squaredNorm.value).toBeCloseTo(24.48, 5);
    expect(outcome.value.before).toBeCloseTo(2.88, 10);
    expect(outcome.value.promised).toBeCloseTo(promised, 10);
    expect(outcome.value.after).toBeCloseTo(after, 10);
  });

  it('has four orders, which add up to the truth', async () => {
    const { orders, outcome } = await opened();
    const { changes, sums } = orders.value;
    const expected = [-0.2448, 0.0066014208, -6.9092352e-5, 2.3887872e-7];
    changes.forEach((change, index) => {
      expect(Math.abs(change / expected[index] - 1)).toBeLessThan(1e-6);
    });
    const total = changes.reduce((sum, change) => sum + change, outcome.value.before);
    expect(total).toBeCloseTo(outcome.value.after, 8);
    expect(sums[4]).toBe(outcome.value.after);
  });

  it('is made of what the layers do one after another', async () => {
    const { deeds, outcome, promises } = await opened({ epsilon: 0.3 });
    const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
    const { before, promised, after } = outcome.value;
    expect(sum(deeds.value)).toBeCloseTo(after - before, 10);
    expect(sum(promises.value)).toBeCloseTo(promised - before, 10);
    // Only the first layer meets the chain for which its step was worked out.
    expect(deeds.value[0]).toBeCloseTo(promises.value[0], 10);
    expect(deeds.value[1]).not.toBeCloseTo(promises.value[1], 1);
  });
});

describe('deep chains', () => {
  it('of thirty weights 1.2 are promised −11,739, and lose no more than they have', async () => {
    const { outcome } = await opened({ weights: equal(30, 1.2) });
    const { before, promised, after } = outcome.value;
    expect(before.toFixed(3)).toBe('237.376');
    expect(Math.round(promised - before)).toBe(-11739);
    expect((after - before).toFixed(2)).toBe('-237.38');
  });

  it.each([
    [3, 1, '0.0333'],
    [30, 1, '0.0033'],
    [30, 1.2, '0.000000085'],
    [30, 0.8, '1392.0650'],
  ])('of %i weights %d have the first-order step %s for −0.1', async (layers, weight, length) => {
    const { tenth } = await opened({ weights: equal(layers, weight) });
    const decimals = length.split('.')[1].length;
    expect(tenth.value?.length.toFixed(decimals)).toBe(length);
  });

  it('of thirty weights 0.8 are blown up by that step', async () => {
    const { tenth, outcome } = await opened({ weights: equal(30, 0.8) });
    const expected = inDoubles(Array<number>(30).fill(0.8), 1, tenth.value?.length ?? NaN);
    expect(tenth.value?.output).toBeCloseTo(expected.after, 4);
    expect(expected.after).toBeGreaterThan(8000);
    expect(outcome.value.before).toBeLessThan(0.002);
  });

  it('have orders of 10¹⁴, and partial sums that end at the truth', async () => {
    const { orders, outcome } = await opened({ weights: equal(30, 1.2) });
    const { changes, sums } = orders.value;
    expect(Math.max(...changes)).toBeGreaterThan(1e14);
    expect(sums[30]).toBe(outcome.value.after);
    sums.slice(1).forEach((sum, index) => {
      const most = 1e-5 * Math.abs(changes[index]) + 1e-3;
      expect(Math.abs(sum - sums[index] - changes[index])).toBeLessThanOrEqual(most);
    });
  });
});

it.each([
  [chain(1.5, 0.8, 1.2, 2), 1],
  [chain(-1, 0.5, 3, -2, 0.1), -2.5],
  [chain(0.7), 4],
  [equal(30, 1.2), 1],
])('backpropagation gives the product of all other weights', async (weights, input) => {
  const { result } = await opened({ weights, x: chain(input, 2) });
  const { gradient, product } = result.value;
  const typed = Array.from(weights.data, (value) => Number(value.toFixed(4)));
  const { slopes } = inDoubles(typed, input, 0);
  const size = Math.max(...slopes.map(Math.abs));
  expect(maxDifference(product.data, slopes)).toBeLessThan(1e-6 * size);
  expect(maxDifference(gradient.data, slopes)).toBeLessThan(1e-5 * size);
});

describe('with batch normalization', () => {
  it('the lower weights have no slope, but for the ε', async () => {
    const slopesOf = async (normEpsilon: '0' | '0.00001' | '0.001'): Promise<number[]> => {
      const { result } = await opened({ beside: 'norm', normEpsilon });
      return [...result.value.normGradient.data].map(Math.abs);
    };
    const [none, usual, large] = [
      await slopesOf('0'),
      await slopesOf('0.00001'),
      await slopesOf('0.001'),
    ];
    expect(Math.max(...none.slice(0, 3))).toBeLessThan(1e-6);
    expect(Math.max(...usual.slice(0, 3))).toBeLessThan(2e-5);
    expect(Math.min(...large.slice(0, 3))).toBeGreaterThan(1e-4);
    for (const slopes of [none, usual, large]) expect(slopes[3]).toBeGreaterThan(1);
  });

  it('the lower layers move, and the output does not', async () => {
    const { result, batches } = await opened({ epsilon: 0.1, beside: 'norm', step: 3 });
    const { normOutputs } = result.value;
    expect(Math.abs(normOutputs.data[3] - normOutputs.data[0])).toBeLessThan(1e-4);
    expect(maxDifference(batches.value.hidden.now, batches.value.hidden.before)).toBeGreaterThan(1);
    const { before, now } = batches.value.normalized;
    expect(maxDifference(now, before)).toBeLessThan(1e-4);
  });

  it('the last layer does what it promises', async () => {
    const { normOutcome } = await opened({ epsilon: 0.1, beside: 'norm' });
    const { before, promised, after } = normOutcome.value;
    expect(before - promised).toBeGreaterThan(0.1);
    expect(after).toBeCloseTo(promised, 3);
  });

  it('a weight that crosses zero turns all normalized values over', async () => {
    const { isTurned, batches } = await opened({ epsilon: 0.3, beside: 'norm' });
    const { before, now } = batches.value.normalized;
    expect(isTurned.value).toBe(true);
    now.forEach((value, index) => expect(value).toBeCloseTo(-before[index], 3));
  });

  it('a chain with too little variance is not normalized, and says so where there is no ε', async () => {
    const given: Given = { weights: chain(0.01, 0.01, 1), beside: 'norm' };
    const { shapes } = await opened(given);
    expect(shapes.value.normalized.before.deviation).toBeLessThan(0.1);
    expect(await open({ ...given, weights: chain(0, 1, 1), normEpsilon: '0' })).toBeUndefined();
  });

  it('mean and deviation stay, and with ReLU below skewness and kurtosis do not', async () => {
    for (const beside of ['norm', 'relu-norm'] as const) {
      const { shapes } = await opened({ epsilon: 0.05, beside });
      const { before, now } = shapes.value.normalized;
      expect(now.mean).toBeCloseTo(before.mean, 5);
      expect(now.deviation).toBeCloseTo(before.deviation, 3);
      const moved = Math.abs(now.skewness - before.skewness);
      if (beside === 'norm') expect(moved).toBeLessThan(1e-3);
      else expect(moved).toBeGreaterThan(0.2);
    }
  });
});

describe('what cannot be computed', () => {
  it('is refused', async () => {
    expect(await open({ weights: equal(30, 3), epsilon: 2000 })).toBeUndefined();
  });

  it('is not there: no step lowers an output that has no slope', async () => {
    const { tenth, outcome } = await opened({ weights: chain(0, 0, 1) });
    expect(tenth.value).toBeUndefined();
    expect(outcome.value.after).toBe(0);
  });
});

describe('the challenges', () => {
  const met = async (goal: typeof flipped, given: Given): Promise<boolean> => {
    const { params: present, result } = await opened(given);
    return goal(present.value, result.value);
  };

  it('lower the output truly, not to first order', async () => {
    const weights = equal(30, 1);
    expect(await met(trueTenth, { weights, epsilon: 0.00333 })).toBe(false);
    expect(await met(trueTenth, { weights, epsilon: 0.0035 })).toBe(true);
    expect(await met(trueTenth, { epsilon: 0.00413 })).toBe(false);
  });

  it('find two orders that are worse than one', async () => {
    expect(await met(worseWithTwo, { epsilon: 0.3 })).toBe(false);
    expect(await met(worseWithTwo, { weights: equal(30, 1), epsilon: 0.1 })).toBe(true);
  });

  it('break a promise behind a normalization', async () => {
    expect(await met(flipped, { epsilon: 0.2, beside: 'norm' })).toBe(false);
    expect(await met(flipped, { epsilon: 0.3 })).toBe(false);
    expect(await met(flipped, { epsilon: 0.3, beside: 'norm' })).toBe(true);
  });
});

it('five digits of each part of a number are enough for ten of the number', async () => {
  const { result, outputs } = await opened({ epsilon: 0.1 });
  const { data } = result.value.outputs;
  const states = outputs.value.length;
  outputs.value.forEach((output, state) => {
    const inFive = [data[state], data[states + state]].map((part) => {
      const text = part.toPrecision(5);
      return Math.fround(Number(text));
    });
    expect(Math.abs(inFive[0] + inFive[1] - output)).toBeLessThan(1e-9 * Math.abs(output));
  });
});

it('partial sums never build a small one of large terms', () => {
  expect(partialSums(10, [-1], 9)).toEqual([10, 9]);
  expect(partialSums(10, [-3, 1, 0.5], 8.5)).toEqual([10, 7, 8, 8.5]);
  // What rounding has done to the largest term shows where it is, and nowhere else.
  expect(partialSums(1, [1, 1e9 + 7, -1e9, -2], 1)).toEqual([1, 2, 1e9 + 3, 3, 1]);
});
