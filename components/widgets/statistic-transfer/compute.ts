import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { TensorError } from '#nd/tensor-error.ts';
import { conv2d, instanceNorm, toNdArray, toTensor } from '#tensor';
import { blockOf, channelsOf, filtersOf, fromBlocks, toBlocks, transposed } from './features.ts';
import type { Params } from './params.ts';

export type Result = {
  /** The content with the style's statistics: [3, H, W]. */
  readonly result: NdArray;
  /** The content less its means, then divided by its deviations, then times γ: [3, 3, H, W]. */
  readonly stages: NdArray;
  /** Mean of each channel of the style, the content, the three stages, the result: [6, C]. */
  readonly mean: NdArray;
  /** The biased variances of the same: [6, C]. */
  readonly variance: NdArray;
  /** Deviation and mean that each channel is given: [C] each. */
  readonly gamma: NdArray;
  readonly beta: NdArray;
};

const EPSILON = 1e-5;

/** Adaptive instance normalization: instance normalization whose γ and β are the style's σ and μ. */
export default async function compute(params: Params): Promise<Result> {
  const { space, seed, strength } = params;
  const block = blockOf(space);
  const count = channelsOf(space);
  const filters = filtersOf(space, seed);
  const size = [count, count, 1, 1] as const;
  const there = toTensor(filters, 'filters', size);
  const back = toTensor(transposed(filters), 'filters', size);

  const content = conv2d(blocksOf('content'), there);
  const style = conv2d(blocksOf('style'), there);
  const own = await statisticsOf(content);
  const wanted = await statisticsOf(style);

  // On the way from the content's statistics to the style's; at strength 0 nothing changes.
  const between = (from: number, to: number): number => from + strength * (to - from);
  const deviation = own.variance.map((variance) => Math.sqrt(variance + EPSILON));
  const gamma = ndArray(
    [count],
    deviation.map((one, c) => between(one, Math.sqrt(wanted.variance[c]))),
  );
  const beta = ndArray(
    [count],
    own.mean.map((one, c) => between(one, wanted.mean[c])),
  );

  const scaled = (factor?: NdArray, summand?: NdArray) =>
    instanceNorm(content, {
      gamma: factor && toTensor(factor, 'gamma'),
      beta: summand && toTensor(summand, 'beta'),
      epsilon: EPSILON,
    }).y;
  const outcome = scaled(gamma, beta);
  const steps = [scaled(ndArray([count], deviation)), scaled(), scaled(gamma)];
  const rows = [wanted, own, ...(await Promise.all([...steps, outcome].map(statisticsOf)))];
  return {
    result: await pictureOf(outcome),
    stages: joined(await Promise.all(steps.map(pictureOf)), [3, ...params.content.shape]),
    mean: ndArray(
      [rows.length, count],
      rows.flatMap(({ mean }) => [...mean]),
    ),
    variance: ndArray(
      [rows.length, count],
      rows.flatMap(({ variance }) => [...variance]),
    ),
    gamma,
    beta,
  };

  /** @throws TensorError `wrong-shape` if the blocks do not fill the picture */
  function blocksOf(name: 'content' | 'style') {
    const [, height, width] = params[name].shape;
    if (height % block || width % block) {
      const even = [height, width].map((side) => side - (side % block));
      throw new TensorError('wrong-shape', name, {
        was: params[name].shape.join(', '),
        must: [3, ...even].join(', '),
      });
    }
    return toTensor(toBlocks(params[name], block), name, [1, count, height / block, width / block]);
  }

  async function pictureOf(features: typeof content): Promise<NdArray> {
    return fromBlocks(await toNdArray(conv2d(features, back)), block, params.content.shape);
  }
}

/** Mean and biased variance of each channel: what instance normalization takes away. */
async function statisticsOf(features: ReturnType<typeof conv2d>) {
  const { mean, variance } = instanceNorm(features);
  return {
    mean: Array.from((await toNdArray(mean)).data),
    variance: Array.from((await toNdArray(variance)).data),
  };
}

const joined = (arrays: readonly NdArray[], shape: readonly number[]): NdArray =>
  ndArray(
    shape,
    arrays.flatMap(({ data }) => [...data]),
  );
