import { dispose, getBackend, tidy, toTensor, type Tensor } from '#tensor';
import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { normalNumbers } from '#lab/normal-weights.ts';
import { blockByBlock, branchWeights, standardizedWeights } from './weights.ts';
import type { ResidualNetwork } from '#lab/residual-network.ts';
import { momentsOf, scaleWeights, traceSignal, type Trace } from '#lab/signal.ts';
import {
  BATCH,
  channelsOf,
  IMAGES,
  KERNEL,
  places,
  quantities,
  shownNetworks,
  SIDE,
} from './data.ts';
import type { Params } from './params.ts';

export type Result = {
  /**
   * For each of the four places, the mean over channels of a channel's squared mean, its variance and the
   * variance of what its branch adds, before every block and after the last: [4, 3, blocks + 1]. NaN where
   * there is no network, and where nothing has been added yet.
   */
  readonly curves: NdArray;
};

/** Sends one random batch through networks of the same random numbers. */
export default async function compute(params: Params): Promise<Result> {
  const length = params.blocks + 1;
  const curves = new Float32Array(places.length * quantities.length * length).fill(NaN);
  const shown = shownNetworks(params);
  // What α does not reach is not computed again while α is dragged.
  const keyOf = (network: ResidualNetwork): string =>
    JSON.stringify([getBackend(), params.layer, params.width, params.seed, network]);
  const unknown = shown.filter(({ network }) => !answered.has(keyOf(network)));
  if (unknown.length > 0) {
    const traced = await trace(
      params,
      unknown.map(({ network }) => network),
    );
    traced.forEach((answer, index) => keep(keyOf(unknown[index].network), answer));
  }
  for (const { slot, network } of shown) {
    const answer = answered.get(keyOf(network)) ?? [];
    curves.set(answer, slot * quantities.length * length);
  }
  return { curves: ndArray([places.length, quantities.length, length], curves) };
}

/** @returns the three curves of every network, one after the other */
async function trace(
  { blocks, layer, width, activation, seed }: Params,
  networks: readonly ResidualNetwork[],
): Promise<readonly Float32Array[]> {
  const channels = channelsOf({ layer, width });
  const kernel = layer === 'dense' ? [] : [KERNEL, KERNEL];
  const filters = [channels, channels, ...kernel];
  const raw = branchWeights(filters, blocks, seed);
  const standardized = networks.some(({ kind }) => kind === 'free')
    ? await standardizedWeights(filters, blocks, seed)
    : raw;
  const shape = layer === 'dense' ? [BATCH, channels] : [IMAGES, channels, SIDE, SIDE];
  const input = normalNumbers(shape, seed, 'data');
  const moments = await momentsOf(activation);

  const traceOf = (network: ResidualNetwork): Trace => {
    const scaled = (weight: NdArray): Tensor =>
      scaleWeights(network, moments, toTensor(weight, 'weights'));
    const shortcut = network.transitions.map((block) => {
      const own = [channels, channels, ...kernel.map(() => 1)];
      return [block, scaled(normalNumbers(own, seed, 'weights', 2 * block + 1))] as const;
    });
    const branch =
      network.kind === 'free'
        ? blockByBlock(standardized, blocks).map((weight) => toTensor(weight, 'weights'))
        : blockByBlock(raw, blocks).map(scaled);
    const weights = { branch, shortcut: new Map(shortcut) };
    return traceSignal(network, moments, weights, toTensor(input, 'input'));
  };

  return Promise.all(
    networks.map(async (network) => {
      const { states, branches } = tidy(() => traceOf(network));
      const [state, branch] = await Promise.all([states.data(), branches.data()]);
      dispose([states, branches]);
      const rows = (data: ArrayLike<number>, from: number, count: number, of: Measure): number[] =>
        Array.from({ length: count }, (_, row) => meanOver(data, from + row, channels, of));
      return Float32Array.from([
        ...rows(state, 0, blocks + 1, (mean) => mean ** 2),
        ...rows(state, blocks + 1, blocks + 1, (variance) => variance),
        NaN,
        ...rows(branch, blocks, blocks, (variance) => variance),
      ]);
    }),
  );
}

type Measure = (statistic: number) => number;

function meanOver(
  statistics: ArrayLike<number>,
  row: number,
  channels: number,
  of: Measure,
): number {
  let sum = 0;
  for (let channel = 0; channel < channels; channel++) {
    sum += of(statistics[row * channels + channel]);
  }
  return sum / channels;
}

/** Curves of the networks that were shown last. */
const answered = new Map<string, Float32Array>();
const MOST_ANSWERED = 4 * places.length;

function keep(key: string, answer: Float32Array): void {
  answered.set(key, answer);
  const [oldest] = answered.keys();
  if (answered.size > MOST_ANSWERED) answered.delete(oldest);
}
