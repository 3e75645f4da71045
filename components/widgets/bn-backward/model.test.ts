import { describe, expect, it } from 'vitest';
import type { ParamsOf } from '#kit/params.ts';
import { matrix, maxAbs, ndArray, type NdArray } from '#nd/nd-array.ts';
import { seededRandom } from '#nd/random.ts';
import { openState } from '../../../tests/support/open-state.ts';
import { line, untouched } from './challenges.ts';
import compute, { type Result } from './compute.ts';
import { eigenvalues } from './eigenvalues.ts';
import { createModel } from './model.ts';
import { MAX_COUNT, params } from './params.ts';

type Given = Partial<ParamsOf<typeof params>>;

async function open(given: Given = {}) {
  const opened = await openState<typeof params, Result>(params, compute, given);
  return opened && createModel(opened.state);
}

async function opened(given: Given = {}) {
  const model = await open(given);
  if (!model) throw new Error('These values are refused');
  return model;
}

const x = [1, 3, 4, 5, 7];
const rounded = (data: Iterable<number>): number[] =>
  Array.from(data, (value) => Number(value.toFixed(4)) + 0);

/** Any m values with any gradients at them. */
function anyValues(m: number, seed: number): NdArray {
  const random = seededRandom(seed);
  return ndArray(
    [2, m],
    Array.from({ length: 2 * m }, () => 10 * random() - 5),
  );
}

const counts = Array.from({ length: MAX_COUNT - 1 }, (_, index) => index + 2);

describe.each(counts)('with %i values', (m) => {
  const given = { values: anyValues(m, m), gamma: 1.7, epsilon: '0' } as const;

  it('the formula is what automatic differentiation gives, and so is the whole matrix', async () => {
    const model = await opened(given);
    const scale = Math.abs(model.statistics.value.factor) * maxAbs(given.values.data);
    expect(model.checks.value.gradient).toBeLessThan(2e-6 * scale);
    expect(model.checks.value.matrix).toBeLessThan(2e-6 * scale);
  });

  it('P is a projection of rank m − 2', async () => {
    const { checks, directions } = await opened(given);
    expect(checks.value.twice).toBeLessThan(1e-6);
    expect(directions.value.rank).toBe(m - 2);
    expect(directions.value.trace).toBeCloseTo(m - 2, 5);
    const [taken, left] = [0, m].map((from) =>
      rounded(directions.value.both.data.subarray(from, from + m)),
    );
    const zeros = (count: number) => new Array<number>(count).fill(0);
    const ones = (count: number) => new Array<number>(count).fill(1);
    expect(taken).toEqual([...zeros(m - 2), ...ones(2)]);
    expect(left).toEqual([...zeros(2), ...ones(m - 2)]);
  });

  it('three parts at right angles add up, in squares too, and neither of two passes', async () => {
    const { lengths, checks, statistics } = await opened(given);
    const { upstream, common, along, rest, gradient } = lengths.value;
    expect((common + along + rest) / upstream).toBeCloseTo(1, 5);
    expect(gradient / upstream).toBeCloseTo((statistics.value.factor ** 2 * rest) / upstream, 5);
    expect(checks.value.sum).toBeCloseTo(0, 4);
    expect(checks.value.alongSum).toBeCloseTo(0, 4);
  });
});

describe('the default', () => {
  it('has numbers that one can follow by hand', async () => {
    const { rows, lengths, line: fit, statistics } = await opened();
    expect(statistics.value).toEqual({ mean: 4, variance: 4, divisor: 2, factor: 0.5 });
    expect(fit.value).toEqual({ level: 1, rise: 1 });
    expect(rounded(rows.value.normalized.data)).toEqual([-1.5, -0.5, 0, 0.5, 1.5]);
    expect(rounded(rows.value.rest.data)).toEqual([1, -2, 1, -0.5, 0.5]);
    expect(rounded(rows.value.gradient.data)).toEqual([0.5, -1, 0.5, -0.25, 0.25]);
    expect(rounded(Object.values(lengths.value))).toEqual([16.5, 5, 5, 6.5, 1.625]);
  });
});

describe('what is taken out', () => {
  it('is the straight line of least squares', async () => {
    const values = anyValues(7, 3);
    const { fitted } = await opened({ values });
    const [xs, gs] = [values.data.subarray(0, 7), values.data.subarray(7)];
    const mean = (data: Float32Array) => data.reduce((sum, value) => sum + value, 0) / 7;
    const [mx, mg] = [mean(xs), mean(gs)];
    const slope =
      xs.reduce((sum, value, index) => sum + (value - mx) * (gs[index] - mg), 0) /
      xs.reduce((sum, value) => sum + (value - mx) ** 2, 0);
    xs.forEach((value, index) => {
      expect(fitted.value[index]).toBeCloseTo(mg + slope * (value - mx), 4);
    });
  });

  it('is all of a common push, of a stretch, and of anything with two values', async () => {
    for (const values of [
      matrix([x, [2, 2, 2, 2, 2]]),
      matrix([x, [-3, -1, 0, 1, 3]]),
      matrix([
        [1, 3],
        [-1, 2],
      ]),
    ]) {
      const { rows } = await opened({ values });
      expect(maxAbs(rows.value.gradient.data)).toBeLessThan(1e-6);
    }
  });

  it('leaves ε/(σ² + ε) of the part along x̂, and is no projection with an ε', async () => {
    const { slip, lengths, checks, directions } = await opened({ epsilon: '1' });
    expect(slip.value.part).toBeCloseTo(1 / 5, 6);
    const { upstream, common, along, rest } = lengths.value;
    expect(slip.value.lacking).toBeCloseTo(upstream - common - along - rest, 4);
    expect(rounded(directions.value.both.data.subarray(5))).toEqual([0, 0.2, 1, 1, 1]);
    expect(checks.value.twice).toBeGreaterThan(0.01);
    expect(checks.value.gradient).toBeLessThan(1e-6);
  });

  it('keeps an outlier from being moved by its own gradient', async () => {
    const values = matrix([
      [1, 2, 3, 4, 5, 40],
      [0, 0, 0, 0, 0, 3],
    ]);
    const { projection } = await opened({ values });
    expect(projection.value.data[35]).toBeLessThan(0.01);
    expect(projection.value.data[0]).toBeGreaterThan(0.7);
  });
});

describe('the gradient at x', () => {
  it('is smaller the larger σ is, and as many times larger as γ', async () => {
    const wide = matrix([x.map((value) => 10 * value), [0.5, -1.5, 2, 1, 3]]);
    const [plain, large, double] = await Promise.all(
      [{}, { values: wide }, { gamma: 2 }].map((given) => opened(given)),
    );
    const of = ({ rows }: typeof plain, times: number) =>
      rounded(rows.value.gradient.data.map((value) => value * times));
    expect(of(large, 10)).toEqual(of(plain, 1));
    expect(of(double, 1)).toEqual(of(plain, 2));
  });

  it('is refused for equal values without an ε, and known with one', async () => {
    const values = matrix([
      [5, 5, 5],
      [1, 2, 3],
    ]);
    expect(await open({ values })).toBeUndefined();
    const { rows } = await opened({ values, epsilon: '1' });
    expect(rounded(rows.value.gradient.data)).toEqual([-1, 0, 1]);
  });
});

describe('the challenges', () => {
  const met = async (goal: typeof line, given: Given): Promise<boolean> => {
    const { state } = await opened(given);
    return goal(state.answered.value.params, state.answered.value.result);
  };
  const gradient = (...values: number[]) => ({ values: matrix([x, values]) });

  it('ask for a line that is neither level nor through 0 at the mean', async () => {
    expect(await met(line, gradient(2, 2, 2, 2, 2))).toBe(false);
    expect(await met(line, gradient(-3, -1, 0, 1, 3))).toBe(false);
    expect(await met(line, gradient(0, 0, 0, 0, 0))).toBe(false);
    expect(await met(line, { values: matrix([x.slice(0, 2), [0, 3]]) })).toBe(false);
    expect(await met(line, { ...gradient(0.5, -1.5, 2, 1, 3), gamma: 0 })).toBe(false);
    expect(await met(line, gradient(-1, 1, 2, 3, 5))).toBe(true);
  });

  it('ask for a gradient at right angles to both, and γ = σ', async () => {
    expect(await met(untouched, { ...gradient(1, -1, 0, -1, 1), gamma: 1 })).toBe(false);
    expect(await met(untouched, { ...gradient(1, -1, 0, 0, 0), gamma: 2 })).toBe(false);
    expect(await met(untouched, { ...gradient(0, 0, 0, 0, 0), gamma: 2 })).toBe(false);
    expect(await met(untouched, { ...gradient(1, -1, 0, -1, 1), gamma: 2 })).toBe(true);
  });
});

describe('eigenvalues', () => {
  it('of a symmetric matrix come in ascending order', () => {
    const symmetric = matrix([
      [2, 1, 0],
      [1, 2, 0],
      [0, 0, -4],
    ]);
    expect(rounded(eigenvalues(symmetric))).toEqual([-4, 1, 3]);
  });

  it('add up to the trace, and their squares to all entries squared', () => {
    const random = seededRandom(8);
    const n = 9;
    const entries = new Float32Array(n * n);
    for (let row = 0; row < n; row++) {
      for (let column = 0; column <= row; column++) {
        entries[row * n + column] = entries[column * n + row] = 2 * random() - 1;
      }
    }
    const values = eigenvalues({ shape: [n, n], data: entries });
    const trace = entries.filter((_, index) => index % (n + 1) === 0);
    const sum = (data: Float32Array) => data.reduce((total, value) => total + value, 0);
    const squares = (data: Float32Array) => sum(data.map((value) => value * value));
    expect(sum(values)).toBeCloseTo(sum(trace), 5);
    expect(squares(values)).toBeCloseTo(squares(entries), 4);
  });
});

describe('the figure', () => {
  it('loses the last values where there are to be fewer, and gives new ones no gradient', async () => {
    const model = await opened();
    model.setCount(7);
    expect([...model.own.value.x.data]).toEqual([...x, 0, 0]);
    expect([...model.own.value.upstream.data]).toEqual([0.5, -1.5, 2, 1, 3, 0, 0]);
    model.setCount(3);
    expect([...model.state.params.value.values.data]).toEqual([1, 3, 4, 0.5, -1.5, 2]);
  });

  it('stands still while something is dragged', async () => {
    const model = await opened();
    const before = model.domains.value;
    model.hold();
    model.setUpstream(4, 90);
    expect(model.domains.value).toEqual(before);
    model.release();
    expect(model.domains.value).not.toEqual(before);
  });
});
