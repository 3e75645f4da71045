import {
  activation,
  activationMoments,
  centre,
  linear,
  mul,
  reshape,
  scaledWeightStandardize,
  stack,
  toNdArray,
  toTensor,
  toTensor4d,
  weightStandardize,
  type Tensor1D,
  type Tensor2D,
  type Tensor4D,
} from '#tensor';
import { ndArray, sizeOf, type NdArray } from '#nd/nd-array.ts';
import { normal, seededRandom } from '#nd/random.ts';
import { forChannels } from '#nd/sample-tensor.ts';
import type { Params } from './params.ts';

export type Result = {
  /** Mean and biased variance of each filter's weights: [F]. */
  readonly mean: NdArray;
  readonly variance: NdArray;
  readonly standardized: NdArray;
  /** Mean, mean square and variance of the activation of a standard normal number, exact: [3]. */
  readonly ofActivation: NdArray;
  /** Of each filter's output over all inputs, before and after: mean and biased variance, [2, F]. */
  readonly outputMean: NdArray;
  readonly outputVariance: NdArray;
  /** Deviation of (z − mean)², whose mean the variance is: [2, F]. */
  readonly squareDeviation: NdArray;
};

/** Standardizes weights; the same normal inputs go through the activation and both sets of weights. */
export default async function compute(params: Params): Promise<Result> {
  const [filters, ...fan] = params.weight.shape;
  const fanIn = sizeOf(fan);
  const ofActivation = await toNdArray(activationMoments(params.activation));
  const weight = toTensor4d(params.weight, 'weight');
  const standardized = standardize(weight, params, 1 / Math.sqrt(ofActivation.data[2]));
  const sets = [weight, standardized].map((each) => reshape(each, [filters, fanIn]) as Tensor2D);
  const ofWeights = centre(sets[0], [1]);

  const count = Number(params.inputs);
  const x = toTensor(drawInputs(params.seed, [count, fanIn]), 'inputs') as Tensor2D;
  const inputs = activation(x, params.activation);
  const outputs = sets.map((set) => centre(linear(inputs, set), [0]));
  const squares = outputs.map(({ centred }) => centre(mul(centred, centred), [0]));
  const [mean, variance, y, outputMean, outputVariance, squareVariance] = await Promise.all([
    toNdArray(ofWeights.mean, [filters]),
    toNdArray(ofWeights.variance, [filters]),
    toNdArray(standardized),
    toNdArray(stack(outputs.map((output) => output.mean)), [2, filters]),
    toNdArray(stack(outputs.map((output) => output.variance)), [2, filters]),
    toNdArray(stack(squares.map((square) => square.variance)), [2, filters]),
  ]);
  return {
    mean,
    variance,
    standardized: y,
    ofActivation,
    outputMean,
    outputVariance,
    squareDeviation: ndArray([2, filters], squareVariance.data.map(Math.sqrt)),
  };
}

function standardize(weight: Tensor4D, params: Params, gamma: number): Tensor4D {
  if (params.form === 'plain') return weightStandardize(weight);
  const gain = toTensor(forChannels(params.gain, weight.shape[0], 1), 'gain') as Tensor1D;
  return scaledWeightStandardize(weight, { form: params.form, gain, gamma });
}

/** Standard normal numbers, one input a row. */
function drawInputs(seed: number, shape: readonly number[]): NdArray {
  const random = seededRandom(seed);
  return ndArray(
    shape,
    Array.from({ length: sizeOf(shape) }, () => normal(random)),
  );
}
