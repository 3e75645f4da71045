import {
  batchNorm,
  groupNorm,
  instanceNorm,
  layerNorm,
  rmsNorm,
  toNdArray,
  toTensor,
  toTensor4d,
  type Statistics,
} from '#tensor';
import { maxDifference, ndArray, type NdArray } from '#nd/nd-array.ts';
import { TensorError } from '#nd/tensor-error.ts';
import { forChannels } from '#nd/sample-tensor.ts';
import { forElements } from './data.ts';
import type { Params } from './params.ts';
import type { NormName } from './sets.ts';

export type Result = {
  /** Normalized, then scaled and shifted: [N, C, H, W]. */
  readonly y: NdArray;
  /** Mean of the set of each map: [N, C]; [0] where none is taken away. */
  readonly mean: NdArray;
  /** Biased variance of the set of each map, of RMSNorm its mean square: [N, C]; [0] where there is none. */
  readonly variance: NdArray;
  /** What the second normalization makes of the same tensor: [N, C, H, W]; [0] if there is none. */
  readonly other: NdArray;
  /** Largest difference from BN, LN and IN, each without γ and β: [3]; −1 where one cannot be computed. */
  readonly differences: NdArray;
};

const none: NdArray = { shape: [0], data: new Float32Array() };

/** A normalized tensor, with the statistics that it was normalized by. */
type Outcome = Partial<Statistics> & { readonly y: Statistics['mean'] };

/** What a norm is compared with. */
const ends = ['batch', 'layer', 'instance'] as const;

export default async function compute(params: Params): Promise<Result> {
  const [, channels] = params.x.shape;
  const x = toTensor4d(params.x, 'x');
  const image = params.x.shape.slice(1);
  const shared = {
    gamma: toTensor(forChannels(params.gamma, channels, 1), 'gamma'),
    beta: toTensor(forChannels(params.beta, channels, 0), 'beta'),
  };
  const elements = {
    gamma: toTensor(forElements(params.elementGamma, image, 1), 'elementGamma'),
    beta: toTensor(forElements(params.elementBeta, image, 0), 'elementBeta'),
  };

  try {
    const { y, mean, variance } = normalize(params.norm, true);
    const other = params.beside === 'none' ? undefined : normalize(params.beside, true).y;
    const plain = normalize(params.norm, false).y;
    const compared = ends.map((end) => plainOutcome(end));
    // Reading back takes longest: all of it is asked for at once.
    const read = (tensor?: Statistics['mean']): Promise<NdArray> =>
      tensor ? toNdArray(tensor) : Promise.resolve(none);
    const [outcome, means, variances, otherOutcome, own, ...others] = await Promise.all(
      [y, mean, variance, other, plain, ...compared].map(read),
    );
    const differences = others.map(({ data }) =>
      data.length > 0 ? maxDifference(own.data, data) : -1,
    );
    return {
      y: outcome,
      mean: eachMap(means),
      variance: eachMap(variances),
      other: otherOutcome,
      differences: ndArray([ends.length], differences),
    };
  } catch (error) {
    throw error instanceof TensorError ? inOurWords(error) : error;
  }

  /** @param affine whether γ and β follow, one a channel or, in LN and RMSNorm, one an element */
  function normalize(norm: NormName, affine: boolean): Outcome {
    const epsilon = Number(params.epsilon);
    const { groups } = params;
    const options = { epsilon, ...(affine && shared) };
    const elementwise = { epsilon, ...(affine && elements) };
    switch (norm) {
      case 'none':
        return { y: x };
      case 'batch':
        return batchNorm(x, options);
      case 'layer':
        return layerNorm(x, elementwise);
      case 'instance':
        return instanceNorm(x, options);
      case 'group':
        return groupNorm(x, { groups, ...options });
      case 'rms': {
        const { y, meanSquare } = rmsNorm(x, elementwise);
        return { y, variance: meanSquare };
      }
    }
  }

  /** A norm without γ and β; undefined where it cannot be computed. */
  function plainOutcome(norm: NormName): Outcome['y'] | undefined {
    try {
      return normalize(norm, false).y;
    } catch (error) {
      if (error instanceof TensorError) return undefined;
      throw error;
    }
  }

  /** One statistic for every map: [N, C]; [0] of none. */
  function eachMap({ shape: [n, c], data }: NdArray): NdArray {
    if (data.length === 0) return none;
    const [images] = params.x.shape;
    const values = Array.from({ length: images * channels }, (_, map) => {
      const image = n > 1 ? Math.floor(map / channels) : 0;
      return data[image * c + (c > 1 ? map % channels : 0)];
    });
    return ndArray([images, channels], values);
  }
}

/** What the operations call their input is x here. */
function inOurWords({ code, argument, values }: TensorError): TensorError {
  return new TensorError(code, argument === 'input' ? 'x' : argument, values);
}
