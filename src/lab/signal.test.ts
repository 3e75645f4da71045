import * as tf from '@tensorflow/tfjs-core';
import { afterAll, describe, expect, it } from 'vitest';
import { toTensor } from '#tensor';
import { normalNumbers } from './normal-weights.ts';
import {
  betas,
  expectedMeanSquares,
  expectedVariances,
  stageStarts,
  type ResidualNetwork,
} from './residual-network.ts';
import { momentsOf, scaleWeights, traceSignal } from './signal.ts';

const WIDTH = 64;
const BATCH = 64;
const SEEDS = 6;

const relu: ResidualNetwork = {
  kind: 'none',
  blocks: 20,
  activation: 'relu',
  alpha: 1,
  skip: 0,
  transitions: [],
  divides: 'before',
};

/** After each block: variance and squared mean of a channel, in the mean over channels, and the variance of the branch. */
type Row = Readonly<Record<'variance' | 'squaredMean' | 'branch', number>>;

async function measured(network: ResidualNetwork, seed: number): Promise<readonly Row[]> {
  const before = tf.memory().numTensors;
  const numbers = (shape: readonly number[], purpose: 'weights' | 'data', place: number) =>
    toTensor(normalNumbers(shape, seed, purpose, place), 'weights');
  const branch = Array.from({ length: network.blocks }, (_, block) =>
    numbers([WIDTH, WIDTH], 'weights', block),
  );
  const shortcut = new Map(
    network.transitions.map((block) => [block, numbers([WIDTH, WIDTH], 'weights', 1000 + block)]),
  );
  const input = numbers([BATCH, WIDTH], 'data', 0);
  const moments = await momentsOf(network.activation);
  const { states, branches } = tf.tidy(() => {
    const scaled = (raw: tf.Tensor) => scaleWeights(network, moments, raw);
    const shortcuts = new Map(Array.from(shortcut, ([block, raw]) => [block, scaled(raw)]));
    const weights = { branch: branch.map(scaled), shortcut: shortcuts };
    return traceSignal(network, moments, weights, input);
  });
  const [state, added] = [await states.data(), await branches.data()];
  tf.dispose([...branch, ...shortcut.values(), input, states, branches]);
  expect(tf.memory().numTensors).toBe(before);
  const meanOf = (data: ArrayLike<number>, row: number, of: (value: number) => number): number =>
    Array.from({ length: WIDTH }, (_, unit) => of(data[row * WIDTH + unit])).reduce(
      (a, b) => a + b,
    ) / WIDTH;
  const one = BATCH / (BATCH - 1);
  return Array.from({ length: network.blocks }, (_, block) => {
    // A batch's own mean takes a part of its variance with it.
    const { blocks } = network;
    const variance = one * meanOf(state, blocks + 2 + block, (value) => value);
    const squaredMean = meanOf(state, block + 1, (value) => value ** 2) - variance / BATCH;
    return { variance, squaredMean, branch: one * meanOf(added, blocks + block, (value) => value) };
  });
}

let farthest = { deviations: 0, where: '' };

/**
 * How far the mean over the seeds lies from a value, in standard errors. Closed values are those of a
 * width without bound: at this one they may be off by as much of the mean square as one unit has.
 */
function expectWithin(
  values: readonly number[],
  expected: number,
  meanSquare: number,
  where: string,
): void {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  const error = Math.hypot(Math.sqrt(spread / values.length), meanSquare / WIDTH);
  const deviations = Math.abs(mean - expected) / error;
  if (deviations > farthest.deviations) farthest = { deviations, where };
  expect(deviations, `${where}: ${mean} ± ${error} beside ${expected}`).toBeLessThan(4.5);
}

const depths = [1, 2, 3, 5, 10, 20];

/** Closed values for a width without bound, after 1, 2, 3, 5, 10 and 20 blocks. */
const closed: readonly {
  readonly name: string;
  readonly network: ResidualNetwork;
  readonly variance?: readonly number[];
  readonly squaredMean?: readonly number[];
  readonly branch?: readonly number[];
}[] = [
  {
    name: 'no norm',
    network: relu,
    variance: [1.682, 2.878, 4.993, 15.52, 299.5, 1.494e5],
    squaredMean: [0.3183, 1.122, 3.007, 16.48, 724.5, 8.992e5],
  },
  {
    name: 'halved',
    network: { ...relu, kind: 'halved' },
    variance: [1 - 0.15915, 1 - 0.28054, 1 - 0.37587, 1 - 0.51507, 1 - 0.70756],
  },
  {
    name: 'BN, ReLU, weight',
    network: { ...relu, kind: 'batch' },
    variance: [1.6817, 2.3634, 3.0451, 4.4085, 7.8169, 14.634],
    squaredMean: [0.3183, 0.6366, 0.9549, 1.5915, 3.1831, 6.366],
  },
  {
    name: 'ReLU, BN, weight',
    network: { ...relu, kind: 'batch-last' },
    variance: [2, 3, 4, 6, 11, 21],
    squaredMean: [0, 0, 0, 0, 0, 0],
    branch: [1, 1, 1, 1, 1, 1],
  },
  {
    name: 'without a norm, weights not standardized',
    network: { ...relu, kind: 'free-plain' },
    variance: [1.682, 2.28, 2.832, 3.854, 6.144, 10.19],
    squaredMean: [0.318, 0.72, 1.168, 2.146, 4.856, 10.81],
    branch: [0.6817, 0.5981, 0.5524, 0.4997, 0.4372, 0.3844],
  },
  {
    name: 'without a norm, weights standardized',
    network: { ...relu, kind: 'free' },
    variance: [2, 3, 4, 6, 11, 21],
    squaredMean: [0, 0, 0, 0, 0, 0],
    branch: [1, 1, 1, 1, 1, 1],
  },
  {
    name: 'the same, α = 0.2',
    network: { ...relu, kind: 'free', alpha: 0.2 },
    variance: [1.04, 1.08, 1.12, 1.2, 1.4, 1.8],
  },
  {
    name: 'SkipInit, s = 1/√20',
    network: { ...relu, kind: 'skip-init', skip: 20 ** -0.5 },
  },
];

describe(`${WIDTH} units, ${BATCH} inputs, ${SEEDS} seeds: as the closed values for any width`, () => {
  it.each(closed)('$name', { timeout: 60_000 }, async ({ name, network, ...values }) => {
    const runs: (readonly Row[])[] = [];
    for (let seed = 1; seed <= SEEDS; seed++) runs.push(await measured(network, seed));
    const squares = expectedMeanSquares(network) ?? [];
    for (const [quantity, expected = []] of Object.entries(values)) {
      for (const [index, value] of expected.entries()) {
        const block = depths[index] - 1;
        const found = runs.map((run) => run[block][quantity as keyof Row]);
        const size = quantity === 'branch' ? 1 : squares[depths[index]];
        expectWithin(found, value, size, `${name}, ${quantity} after ${depths[index]}`);
      }
    }
    for (const block of depths) {
      const found = runs.map((run) => run[block - 1].variance + run[block - 1].squaredMean);
      expectWithin(found, squares[block], squares[block], `${name}, mean square after ${block}`);
    }
  });

  afterAll(() => {
    const { deviations, where } = farthest;
    console.info(
      `farthest from a closed value: ${deviations.toFixed(1)} standard errors, ${where}`,
    );
  });
});

describe('the variance that is expected', () => {
  const rounded = (values: readonly number[]): number[] => values.map((v) => Number(v.toFixed(6)));

  it('starts anew with every stage: NFNet-F0 and NF-ResNet-50', () => {
    const f0 = { blocks: 12, alpha: 0.2, transitions: stageStarts([1, 2, 6, 3]) };
    expect(rounded(betas(f0))).toEqual([
      1, 1.019804, 1.019804, 1.03923, 1.019804, 1.03923, 1.058301, 1.077033, 1.095445, 1.113553,
      1.019804, 1.03923,
    ]);
    expect(expectedVariances(f0)[12]).toBeCloseTo(1.12, 12);
    const resnet = { blocks: 16, alpha: 1, transitions: stageStarts([3, 4, 6, 3]) };
    expect(rounded(betas(resnet))).toEqual([
      1, 1.414214, 1.732051, 2, 1.414214, 1.732051, 2, 2.236068, 1.414214, 1.732051, 2, 2.236068,
      2.44949, 2.645751, 1.414214, 1.732051,
    ]);
    expect(expectedVariances(resnet)[16]).toBeCloseTo(4, 12);
  });

  it('with α = 0.2 the first block makes 1.04 of 1, not 1.44', () => {
    expect(expectedVariances({ blocks: 1, alpha: 0.2, transitions: [] })[1]).toBeCloseTo(1.04, 12);
  });

  it('a transition resets what is measured, too', { timeout: 30_000 }, async () => {
    const network = { ...relu, kind: 'free' as const, blocks: 8, transitions: [0, 4] };
    const runs: (readonly Row[])[] = [];
    for (let seed = 1; seed <= SEEDS; seed++) runs.push(await measured(network, seed));
    const expected = expectedVariances(network);
    for (const [block, variance] of expected.slice(1).entries()) {
      expectWithin(
        runs.map((run) => run[block].variance),
        variance,
        variance,
        `stages, after ${block + 1}`,
      );
    }
  });
});

describe('β before or after the activation', () => {
  it.each(['relu', 'gelu'] as const)('%s', async (name) => {
    const network: ResidualNetwork = { ...relu, kind: 'free', activation: name, blocks: 6 };
    const before = await measured(network, 3);
    const after = await measured({ ...network, divides: 'after' }, 3);
    const apart = Math.abs(before[5].variance - after[5].variance);
    // ReLU does not mind what it is multiplied by.
    if (name === 'relu') expect(apart).toBeLessThan(1e-5 * before[5].variance);
    else expect(apart).toBeGreaterThan(1e-3 * before[5].variance);
  });
});
