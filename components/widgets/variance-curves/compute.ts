import { dispose, toTensor, type Tensor } from '#tensor';
import type { NdArray } from '#nd/nd-array.ts';
import { ndArray } from '#nd/nd-array.ts';
import { normalNumbers } from '#lab/normal-weights.ts';
import { momentsOf, traceSignal } from '#lab/signal.ts';
import {
  BATCH,
  channelsOf,
  IMAGES,
  KERNEL,
  places,
  quantities,
  shownNetworks,
  SIDE,
  transitionsOf,
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
  const { blocks, layer, seed } = params;
  const channels = channelsOf(params);
  const kernel = layer === 'dense' ? [] : [KERNEL, KERNEL];
  const draw = (size: readonly number[], place: number): Tensor =>
    toTensor(weightsFor([channels, channels, ...size], seed, place), 'weights');
  const shown = shownNetworks(params);
  const transitions = shown.length > 0 ? transitionsOf(params.stages) : [];
  const weights = {
    branch: Array.from({ length: blocks }, (_, block) => draw(kernel, 2 * block)),
    shortcut: new Map(
      transitions
        .filter((block) => block < blocks)
        .map((block) => [
          block,
          draw(
            kernel.map(() => 1),
            2 * block + 1,
          ),
        ]),
    ),
  };
  const shape = layer === 'dense' ? [BATCH, channels] : [IMAGES, channels, SIDE, SIDE];
  const input = toTensor(normalNumbers(shape, seed, 'data'), 'input');
  const moments = await momentsOf(params.activation);
  const traces = shown.map(({ slot, network }) => ({
    slot,
    ...traceSignal(network, moments, weights, input),
  }));
  dispose([...weights.branch, ...weights.shortcut.values(), input]);

  const length = blocks + 1;
  const curves = new Float32Array(places.length * quantities.length * length).fill(NaN);
  for (const { slot, states, branches } of traces) {
    const [state, branch] = await Promise.all([states.data(), branches.data()]);
    dispose([states, branches]);
    const from = slot * quantities.length * length;
    for (let row = 0; row < length; row++) {
      curves[from + row] = meanOver(state, 2 * row, channels, (mean) => mean ** 2);
      curves[from + length + row] = meanOver(state, 2 * row + 1, channels, (variance) => variance);
      if (row === 0) continue;
      curves[from + 2 * length + row] = meanOver(branch, 2 * row - 1, channels, (value) => value);
    }
  }
  return { curves: ndArray([places.length, quantities.length, length], curves) };
}

function meanOver(
  statistics: ArrayLike<number>,
  row: number,
  channels: number,
  of: (statistic: number) => number,
): number {
  let sum = 0;
  for (let channel = 0; channel < channels; channel++) {
    sum += of(statistics[row * channels + channel]);
  }
  return sum / channels;
}

/** So many numbers are kept for the next time: they do not depend on what a reader drags. */
const MOST_KEPT = 4_000_000;

const kept = new Map<string, NdArray>();

function weightsFor(shape: readonly number[], seed: number, place: number): NdArray {
  const key = `${shape.join()} ${seed} ${place}`;
  const known = kept.get(key);
  if (known) return known;
  const drawn = normalNumbers(shape, seed, 'weights', place);
  const size = Array.from(kept.values()).reduce((sum, { data }) => sum + data.length, 0);
  if (size + drawn.data.length > MOST_KEPT) kept.clear();
  kept.set(key, drawn);
  return drawn;
}
