import {
  activation,
  activationMoments,
  channelStatistics,
  concat,
  dispose,
  div,
  mul,
  reshape,
  slice,
  sqrt,
  stack,
  sub,
  sum,
  tidy,
  toNdArray,
  toTensor,
  type Tensor,
  type Tensor2D,
} from '#tensor';
import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { normalNumbers } from '#lab/normal-weights.ts';
import type { ActivationMoments } from '#lab/signal.ts';
import { BATCH, EXAMPLES, orderOf, placesOf, sides, type Order } from './data.ts';
import { lawPlaces, productLaw } from './law.ts';
import { lookedAt, ownFilter } from './looked.ts';
import type { Params } from './params.ts';
import { passThrough, scaleOf, weightsFrom } from './passage.ts';
import { correlations } from './theory.ts';

export type Result = {
  /**
   * Mean of every channel over its deviation: of the input, then after every place of every layer,
   * [places, C]; NaN where a channel is the same for all inputs.
   */
  readonly bare: NdArray;
  readonly cured: NdArray;
  /**
   * For both networks, of the input and after every layer: squared mean and variance of a channel, each in
   * the mean over channels, and the cosine of two inputs in the mean over all pairs, [2, 3, layers + 1].
   */
  readonly curves: NdArray;
  /** First examples after the last layer, for both networks, over their root mean square: [2, E, C]. */
  readonly examples: NdArray;
  /** The filter that is looked at, [C]. */
  readonly weights: NdArray;
  /** Mean of each of its inputs over the batch, [C]. */
  readonly means: NdArray;
  /** Its channel for every input: as the layer gets it, then after every place, [places, N]. */
  readonly values: NdArray;
  /** Mean, mean square and variance of the activation of a standard normal number, [3]. */
  readonly moments: NdArray;
  /** Correlation of two inputs without a norm, as theory has it, [layers + 1]. */
  readonly law: NdArray;
};

/** Sends one random batch through two networks of the same random numbers. */
export default async function compute(params: Params): Promise<Result> {
  const { seed, width, layers, activation: name } = params;
  const [moments, activated] = await Promise.all([
    toNdArray(activationMoments(name)),
    toNdArray(activation(toTensor(ndArray([lawPlaces.length], lawPlaces), 'places'), name)),
  ]);
  const input = toTensor(normalNumbers([BATCH, Number(width)], seed, 'data'), 'input') as Tensor2D;
  const [bare, cured] = await Promise.all(
    sides.map((side) => measured(params, orderOf(params, side), moments.data, input)),
  );
  dispose(input);
  const both = (name: 'curve' | 'examples'): NdArray => {
    const { shape } = bare[name];
    return ndArray([2, ...shape], [...bare[name].data, ...cured[name].data]);
  };
  const { weights, means, values } = params.side === 'bare' ? bare : cured;
  const law = correlations(params, productLaw(activated.data));
  return {
    bare: bare.shifts,
    cured: cured.shifts,
    curves: both('curve'),
    examples: both('examples'),
    weights,
    means,
    values,
    moments,
    law: ndArray([layers + 1], law),
  };
}

type Measured = Readonly<
  Record<'shifts' | 'curve' | 'examples' | 'weights' | 'means' | 'values', NdArray>
>;

async function measured(
  params: Params,
  order: Order,
  [, meanSquare, variance]: ArrayLike<number> & Iterable<number>,
  input: Tensor2D,
): Promise<Measured> {
  const { layer, channel } = lookedAt(params);
  const { length } = placesOf[order];
  const last = params.layers * length;
  const tensors = tidy(() => {
    const moments = { meanSquare, variance };
    const weights = Array.from({ length: params.layers }, (_, index) =>
      weightsFrom(rawWeights(params, order, moments, index + 1), { order, moments }),
    );
    const passed = passThrough({ ...params, order, moments }, input, weights);
    const outputs = passed.filter((_, row) => row % length === 0);
    const looked = passed.slice((layer - 1) * length, layer * length + 1);
    return {
      statistics: stack(passed.map(channelStatistics)),
      likeness: stack(outputs.map(meanCosine)),
      examples: overRootMeanSquare(passed[last]),
      weights: reshape(slice(weights[layer - 1], [channel - 1, 0], [1, -1]), [-1]),
      values: concat(looked.map((x) => reshape(slice(x, [0, channel - 1], [-1, 1]), [1, BATCH]))),
    };
  });
  const [statistics, likeness, examples, weights, values] = await Promise.all(
    [tensors.statistics, tensors.likeness, tensors.examples, tensors.weights, tensors.values].map(
      (tensor) => toNdArray(tensor),
    ),
  );
  dispose(Object.values(tensors));

  const [rows, , channels] = statistics.shape;
  const meansOf = (row: number) => channelsOf(statistics, 2 * row);
  const variancesOf = (row: number) => channelsOf(statistics, 2 * row + 1);
  const states = Array.from({ length: params.layers + 1 }, (_, index) => index * length);
  return {
    shifts: ndArray(
      [rows, channels],
      Array.from({ length: rows }, (_, row) => shiftsOf(meansOf(row), variancesOf(row))).flat(),
    ),
    curve: ndArray(
      [3, states.length],
      [
        ...states.map((row) => average(meansOf(row).map((mean) => mean ** 2))),
        ...states.map((row) => average(variancesOf(row))),
        ...likeness.data,
      ],
    ),
    examples,
    weights,
    means: ndArray([channels], meansOf(layer * length - 1)),
    values,
  };
}

/** Normal numbers for the weights of a layer, with the reader's own filter among them. */
function rawWeights(
  params: Params,
  order: Order,
  moments: ActivationMoments,
  layer: number,
): Tensor2D {
  const width = Number(params.width);
  const { shape, data } = normalNumbers([width, width], params.seed, 'weights', layer - 1);
  const own = ownFilter(params);
  if (own?.layer === layer) {
    const scale = scaleOf(order, moments, width);
    data.set(
      own.weights.map((weight) => weight / scale),
      (own.channel - 1) * width,
    );
  }
  return toTensor({ shape, data }, 'weights') as Tensor2D;
}

/** Cosine of two rows, in the mean over all pairs of rows of [N, C]. */
function meanCosine(x: Tensor2D): Tensor {
  const directions = div(x, sqrt(sum(mul(x, x), 1, true)));
  const all = sum(directions, 0);
  return div(sub(sum(mul(all, all)), BATCH), BATCH * (BATCH - 1));
}

/** The first examples of [N, C], over their root mean square. */
function overRootMeanSquare(x: Tensor2D): Tensor {
  const examples = slice(x, [0, 0], [EXAMPLES, -1]);
  return div(examples, sqrt(div(sum(mul(examples, examples)), examples.size)));
}

const channelsOf = ({ shape, data }: NdArray, row: number): number[] =>
  Array.from(data.subarray(row * shape[2], (row + 1) * shape[2]));

/** Below this a mean is what rounding left of 0. */
const ROUNDING = 1e-6;

const shiftsOf = (means: readonly number[], variances: readonly number[]): number[] =>
  means.map((mean, channel) => {
    if (!(variances[channel] > 0)) return NaN;
    const shift = mean / Math.sqrt(variances[channel]);
    return Math.abs(shift) < ROUNDING ? 0 : shift;
  });

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
