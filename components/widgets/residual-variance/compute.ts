import {
  centre,
  channelStatistics,
  concat,
  dispose,
  div,
  mul,
  reshape,
  slice,
  sqrt,
  sum,
  tidy,
  toTensor,
  type Tensor,
} from '#tensor';
import { normalNumbers } from '#lab/normal-weights.ts';
import { passBlock, scaleWeights } from '#lab/signal.ts';
import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { BATCH, CHANNELS, factorsOf, INPUTS, networkOf, reluMoments } from './data.ts';
import type { Params } from './params.ts';

export type Result = {
  /**
   * Of the input and after every block: a channel's variance over the batch and its squared mean, in the
   * mean over channels, and the cosine between two inputs, in the mean over all pairs: [blocks + 1, 3].
   */
  readonly states: NdArray;
  /**
   * Variance and squared mean of what every block adds up: its input, its branch, and twice what the two have in common,
   * which is their covariance and the product of their means. [blocks, 3, 2]
   */
  readonly added: NdArray;
  /** Some channels of some inputs: [blocks + 1, CHANNELS, INPUTS]. */
  readonly signals: NdArray;
};

/** Sends a random batch through a network, and measures what every block adds up. */
export default async function compute(params: Params): Promise<Result> {
  const network = networkOf(params);
  const width = Number(params.width);
  const { blocks, seed } = params;
  const draw = (rows: number, purpose: 'weights' | 'data', place: number): Tensor =>
    toTensor(normalNumbers([rows, width], seed, purpose, place), purpose);

  let x = draw(BATCH, 'data', 0);
  const measured = { states: [tidy(() => ofState(x))], branches: [] as Tensor[] };
  const shown = [slice(x, [0, 0], [INPUTS, CHANNELS])];
  for (let block = 0; block < blocks; block++) {
    const raw = draw(width, 'weights', block);
    const passed = tidy(() => {
      const weights = { branch: scaleWeights(network, reluMoments, raw) };
      const { branch, output } = passBlock(network, reluMoments, weights, block, x);
      return { output, state: ofState(output), branch: ofBranch(branch, x) };
    });
    measured.states.push(passed.state);
    measured.branches.push(passed.branch);
    dispose([x, raw]);
    x = passed.output;
    shown.push(slice(x, [0, 0], [INPUTS, CHANNELS]));
  }
  dispose(x);
  const [states, branches, signals] = await Promise.all(
    [measured.states, measured.branches, shown].map(async (rows) => {
      const all = tidy(() => concat(rows, 0));
      const data = await all.data();
      dispose([...rows, all]);
      return data;
    }),
  );
  return {
    states: stateMeasures(states, blocks + 1, width),
    added: addedMeasures(states, branches, params),
    signals: ndArray([blocks + 1, CHANNELS, INPUTS], turned(signals, blocks + 1)),
  };
}

/** Mean and variance of every channel, and the mean of the inputs' directions: [3, C] of [N, C]. */
function ofState(x: Tensor): Tensor {
  const directions = div(x, sqrt(sum(mul(x, x), 1, true)));
  return concat([channelStatistics(x), div(sum(directions, 0, true), BATCH)], 0);
}

/** Mean and variance of every channel of a branch, and its covariance with the block's input: [3, C] of [N, C]. */
function ofBranch(branch: Tensor, x: Tensor): Tensor {
  const [f, input] = [branch, x].map((signal) => centre(signal, [0]).centred);
  const covariance = div(sum(mul(f, input), 0), BATCH);
  return concat([channelStatistics(branch), reshape(covariance, [1, -1])], 0);
}

function stateMeasures(data: ArrayLike<number>, count: number, width: number): NdArray {
  const states = new Float32Array(3 * count);
  for (let level = 0; level < count; level++) {
    const at = 3 * level * width;
    const variance = meanOver(width, (unit) => data[at + width + unit]);
    const squaredMean = meanOver(width, (unit) => data[at + unit] ** 2);
    // The mean direction has, squared, all pairs in it: those of two inputs, and those of one and itself.
    const squared = width * meanOver(width, (unit) => data[at + 2 * width + unit] ** 2);
    const cosine = (BATCH * squared - 1) / (BATCH - 1);
    states.set([variance, squaredMean, cosine], 3 * level);
  }
  return ndArray([count, 3], states);
}

function addedMeasures(
  states: ArrayLike<number>,
  branches: ArrayLike<number>,
  params: Params,
): NdArray {
  const { blocks } = params;
  const width = Number(params.width);
  const { skip, branch } = factorsOf(params);
  const added = new Float32Array(6 * blocks);
  for (let block = 0; block < blocks; block++) {
    const at = 3 * block * width;
    const mean = (of: (unit: number) => number): number => meanOver(width, (u) => of(at + u));
    added.set(
      [
        skip ** 2 * mean((unit) => states[unit + width]),
        skip ** 2 * mean((unit) => states[unit] ** 2),
        branch ** 2 * mean((unit) => branches[unit + width]),
        branch ** 2 * mean((unit) => branches[unit] ** 2),
        2 * skip * branch * mean((unit) => branches[unit + 2 * width]),
        2 * skip * branch * mean((unit) => states[unit] * branches[unit]),
      ],
      6 * block,
    );
  }
  return ndArray([blocks, 3, 2], added);
}

function meanOver(count: number, of: (unit: number) => number): number {
  let total = 0;
  for (let unit = 0; unit < count; unit++) total += of(unit);
  return total / count;
}

/** [count, INPUTS, CHANNELS] as [count, CHANNELS, INPUTS]. */
const turned = (data: ArrayLike<number>, count: number): Float32Array =>
  Float32Array.from({ length: count * CHANNELS * INPUTS }, (_, at) => {
    const level = Math.floor(at / (CHANNELS * INPUTS));
    const [channel, input] = [Math.floor(at / INPUTS) % CHANNELS, at % INPUTS];
    return data[(level * INPUTS + input) * CHANNELS + channel];
  });
