import { afterAll, describe, expect, it } from 'vitest';
import type { Answer } from '#engine/messages.ts';
import { completed } from '#kit/link.ts';
import { createWidgetState } from '#kit/widget-state.ts';
import { normalNumbers } from '#lab/normal-weights.ts';
import { ndArray } from '#nd/nd-array.ts';
import { resultOf } from '../../../tests/support/result-of.ts';
import { distinct, euler, tenth } from './challenges.ts';
import compute, { type Result } from './compute.ts';
import { BATCH, kinds } from './data.ts';
import { alikeIn, lawOf, reluKernel } from './law.ts';
import { createModel } from './model.ts';
import { params as schema, type Params } from './params.ts';
import { rowsOf, TOP } from './rows.ts';
import { alikeOf, blocksOf, meanSquare, shareOf, statesOf, type Moments } from './terms.ts';

async function open(given: Partial<Params> = {}) {
  const params = completed(schema, given);
  const result = await resultOf(compute, params);
  const ask = (): Promise<Answer> => new Promise(() => undefined);
  const state = createWidgetState({ schema, initial: params, result, playback: ['step'], ask });
  return { params, result, model: createModel(state) };
}

const law = (given: Partial<Params>) => lawOf(completed(schema, { blocks: 50, ...given }));

const rounded = (values: readonly number[], digits: number): number[] =>
  values.map((value) => Number(value.toFixed(digits)));

describe('the law', () => {
  const after = [1, 2, 5, 10, 20, 50];
  const shares = (given: Partial<Params>): readonly number[] => {
    const { blocks } = law(given);
    return after.map((block) => shareOf(blocks[block - 1], 'branch'));
  };

  it('of shares: a half, 1/(ℓ + 1), α²/(1 + ℓα²), s²/(1 + s²)', () => {
    const batch = [0.5, 0.3333, 0.1667, 0.0909, 0.0476, 0.0196];
    expect(rounded(shares({ kind: 'batch' }), 4)).toEqual(batch);
    expect(rounded(shares({ kind: 'batch-last' }), 4)).toEqual(batch);
    expect(rounded(shares({ kind: 'free', alpha: 1 }), 4)).toEqual(batch);
    const free = [0.03846, 0.03704, 0.03333, 0.02857, 0.02222, 0.01333];
    expect(rounded(shares({ kind: 'free', alpha: 0.2 }), 5)).toEqual(free);
    for (const kind of ['none', 'halved'] as const) {
      expect(rounded(shares({ kind }), 9)).toEqual(after.map(() => 0.5));
    }
    for (const share of shares({ kind: 'skip-init', skip: 0.3 })) {
      expect(share).toBeCloseTo(0.09 / 1.09, 6);
    }
  });

  it('of likeness: after half of what went round comes again', () => {
    expect(reluKernel(0)).toBeCloseTo(1 / Math.PI, 12);
    expect(reluKernel(1)).toBe(1);
    const alike = law({ kind: 'halved' }).states.map(alikeIn);
    const closed = [0, 0.15915, 0.28054, 0.37587, 0.45244, 0.51507];
    expect(rounded(alike.slice(0, 6), 5)).toEqual(closed);
    expect(alike[10]).toBeCloseTo(0.70756, 5);
    // Without a factor everything is larger, and as much alike.
    const none = law({ kind: 'none' }).states;
    expect(rounded(none.map(alikeIn), 9)).toEqual(rounded(alike, 9));
    expect(none[10].variance).toBeCloseTo(299.5, 1);
    expect(none[10].squaredMean).toBeCloseTo(724.5, 1);
  });

  it('of a branch whose BN comes first: 0.682 of variance, 0.318 of squared mean', () => {
    const { states, blocks } = law({ kind: 'batch' });
    expect(blocks[9].branch.variance).toBeCloseTo(0.68169, 5);
    expect(blocks[9].branch.squaredMean).toBeCloseTo(0.31831, 5);
    expect(states[10].variance).toBeCloseTo(7.8169, 4);
    expect(states[20].squaredMean).toBeCloseTo(6.366, 3);
    expect(law({ kind: 'batch-last' }).blocks[9].branch).toEqual({ variance: 1, squaredMean: 0 });
  });

  it.each([
    [10, 2.594],
    [50, 2.692],
  ])('of SkipInit with s = 1/√d: on the way to e, %i blocks', (blocks, expected) => {
    const { states } = lawOf({ kind: 'skip-init', blocks, skip: blocks ** -0.5, alpha: 0 });
    expect(meanSquare(states[blocks])).toBeCloseTo(expected, 3);
  });
});

const WIDTH = 32;
const SEEDS = [1, 2, 3, 4, 5];

let farthest = { deviations: 0, where: '' };

/** How far the mean over the seeds lies from a value, in standard errors; a width of so few units errs by itself. */
function expectWithin(values: readonly number[], expected: number, where: string): void {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  const error = Math.hypot(Math.sqrt(spread / values.length), 1 / WIDTH);
  const deviations = Math.abs(mean - expected) / error;
  if (deviations > farthest.deviations) farthest = { deviations, where };
  expect(deviations, `${where}: ${mean} ± ${error} beside ${expected}`).toBeLessThan(4);
}

describe(`${WIDTH} units, ${BATCH} inputs, ${SEEDS.length} seeds`, () => {
  it.each(kinds)(
    '%s: shares, what is in common, and likeness are as the law says',
    async (kind) => {
      const given = { kind, blocks: 10, width: String(WIDTH) as '32', skip: 0.3, alpha: 0.5 };
      const runs = await Promise.all(SEEDS.map(async (seed) => open({ ...given, seed })));
      const expected = lawOf(runs[0].params);
      for (const block of [1, 2, 5, 10]) {
        const found = runs.map(({ result }) => blocksOf(result)[block - 1]);
        const share = shareOf(expected.blocks[block - 1], 'branch');
        const where = `${kind}, block ${block}`;
        expectWithin(
          found.map((one) => shareOf(one, 'branch')),
          share,
          `${where}, share`,
        );
        expectWithin(
          found.map((one) => one.shared.variance / one.after.variance),
          0,
          `${where}, covariance`,
        );
        expectWithin(
          runs.map(({ result }) => alikeOf(result)[block]),
          alikeIn(expected.states[block]),
          `${where}, likeness`,
        );
      }
    },
  );

  it.each(kinds)('%s: every sum is exact', async (kind) => {
    const { result } = await open({ kind, blocks: 6, width: '32', skip: 0.4, alpha: 0.7 });
    for (const { skip, branch, shared, after } of blocksOf(result)) {
      for (const of of ['variance', 'squaredMean'] as const) {
        const sum = skip[of] + branch[of] + shared[of];
        expect(Math.abs(sum - after[of])).toBeLessThan(3e-6 * meanSquare(after));
      }
    }
  });

  afterAll(() => {
    const { deviations, where } = farthest;
    console.info(`farthest from the law: ${deviations.toFixed(1)} standard errors, ${where}`);
  });
});

describe('what is measured, against sums in plain numbers', () => {
  const size = 32;
  const x = normalNumbers([BATCH, size], 1, 'data').data;
  const weights = normalNumbers([size, size], 1, 'weights', 0).data;
  const row = (data: ArrayLike<number>, at: number): number[] =>
    Array.from({ length: size }, (_, unit) => data[at * size + unit]);
  const dot = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, at) => sum + value * b[at], 0);

  it('the cosine is the mean over all pairs', async () => {
    const { result } = await open({ width: '32', blocks: 1, seed: 1 });
    let [sum, pairs] = [0, 0];
    for (let a = 0; a < BATCH; a++) {
      for (let b = 0; b < a; b++, pairs++) {
        const [left, right] = [row(x, a), row(x, b)];
        sum += dot(left, right) / Math.sqrt(dot(left, left) * dot(right, right));
      }
    }
    expect(alikeOf(result)[0]).toBeCloseTo(sum / pairs, 5);
  });

  it('the covariance of a channel is that of its input and its branch', async () => {
    const { result } = await open({ kind: 'none', width: '32', blocks: 1, seed: 1 });
    const inputs = Array.from({ length: BATCH }, (_, input) => row(x, input));
    const branches = inputs.map((input) => {
      const positive = input.map((value) => Math.max(value, 0));
      return Array.from(input, (_, unit) => dot(row(weights, unit), positive) / 4);
    });
    const meanOf = (values: readonly number[]): number =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    const covariances = Array.from({ length: size }, (_, unit) => {
      const [a, b] = [inputs, branches].map((rows) => rows.map((signal) => signal[unit]));
      return meanOf(a.map((value, at) => value * b[at])) - meanOf(a) * meanOf(b);
    });
    expect(blocksOf(result)[0].shared.variance).toBeCloseTo(2 * meanOf(covariances), 5);
  });
});

describe('the block that is spoken of', () => {
  it('is the one that is pointed at, else the one that was chosen, and one that there is', async () => {
    const { model } = await open({ blocks: 3, width: '32' });
    expect(model.block.value).toBe(3);
    model.showBlock(2);
    model.point(0);
    expect(model.block.value).toBe(1);
    model.point(undefined);
    expect(model.block.value).toBe(2);
    model.showBlock(99);
    expect(model.state.params.value.step).toBe(2);
  });

  it.each([1, 7, 20, 50])(
    'rows of %i blocks: what is pointed at is what is drawn there',
    (blocks) => {
      const rows = rowsOf(blocks);
      for (let level = 0; level <= blocks; level++) {
        expect(rows.levelAt(rows.middleOf(level))).toBe(level);
      }
      expect(rows.topOf(blocks)).toBeCloseTo(TOP, 9);
      expect(rows.numbered(blocks)).toContain(blocks);
      const numbers = [...rows.numbered(blocks)].sort((a, b) => a - b);
      const gaps = numbers.slice(1).map((level, at) => (level - numbers[at]) * rows.height);
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(12);
    },
  );
});

/** What would be measured if the law held to the letter. */
function lawful(params: Params): Result {
  const { states, blocks } = lawOf(params);
  const pairs = (list: readonly Moments[]): number[] =>
    list.flatMap(({ variance, squaredMean }) => [variance, squaredMean]);
  const array = (shape: readonly number[], values: readonly number[]) =>
    ndArray(shape, Float32Array.from(values));
  const length = states.length;
  return {
    states: array(
      [length, 3],
      states.flatMap((state) => [state.variance, state.squaredMean, alikeIn(state)]),
    ),
    added: array(
      [blocks.length, 3, 2],
      pairs(blocks.flatMap(({ skip, branch, shared }) => [skip, branch, shared])),
    ),
    signals: array([0], []),
  };
}

describe('challenges', () => {
  const solves = (goal: typeof tenth, given: Partial<Params>): boolean => {
    const params = completed(schema, given);
    return goal(params, lawful(params));
  };

  it('tenth: only NF with a large α shrinks as BN does', () => {
    expect(solves(tenth, { kind: 'free', alpha: 1 })).toBe(true);
    expect(solves(tenth, { kind: 'free', alpha: 0.2 })).toBe(false);
    expect(solves(tenth, { kind: 'skip-init', skip: 0.8 })).toBe(false);
    expect(solves(tenth, { kind: 'skip-init', skip: 0.2 })).toBe(false);
    expect(solves(tenth, { kind: 'batch' })).toBe(false);
    expect(solves(tenth, { kind: 'free', alpha: 1, blocks: 9 })).toBe(false);
  });

  it('euler: s = 1/√d, not 1/d', () => {
    expect(solves(euler, { kind: 'skip-init', skip: 0.22 })).toBe(true);
    expect(solves(euler, { kind: 'skip-init', skip: 0.05 })).toBe(false);
    expect(solves(euler, { kind: 'skip-init', skip: 0.5, blocks: 5 })).toBe(false);
    expect(solves(euler, { kind: 'free', alpha: 0.29 })).toBe(false);
  });

  it('distinct: less than 1/√d, more than nothing', () => {
    const fifty = { kind: 'skip-init', blocks: 50 } as const;
    expect(solves(distinct, { ...fifty, skip: 0.05 })).toBe(true);
    expect(solves(distinct, { ...fifty, skip: 0.14 })).toBe(false);
    expect(solves(distinct, { ...fifty, skip: 0.02 })).toBe(false);
    expect(solves(distinct, { kind: 'skip-init', blocks: 20, skip: 0.05 })).toBe(false);
  });
});

it('SkipInit before training hands its input on as it is', async () => {
  const { result } = await open({ kind: 'skip-init', skip: 0, blocks: 4, width: '32' });
  const states = statesOf(result);
  expect(states[4]).toEqual(states[0]);
});
