import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { TensorError } from '#nd/tensor-error.ts';
import {
  concat,
  mul,
  multiplyTwoFloats,
  polynomialProduct,
  reshape,
  slice,
  squeeze,
  stack,
  toNdArray,
  toTensor,
  twoFloat,
  valueAndGradient,
  type TwoFloat,
} from '#tensor';
import { lengthsOf, POINTS, TENTH, typed, watchedOf } from './data.ts';
import { layerOf, normChain, type Tensor } from './norm-chain.ts';
import type { Params } from './params.ts';
import { inTwoParts, nodesOf, slopesOf, stepped, valuesOf } from './precise-chain.ts';

/** States are counted by the layers that have taken their step: none, the first, the first two … */
export type Result = {
  /** Slope of the output along each weight, by automatic differentiation: [layers]. */
  readonly gradient: NdArray;
  /** The same as the product of the input and all other weights: [layers]. */
  readonly product: NdArray;
  /** The weights after the step: [layers]. */
  readonly moved: NdArray;
  /** What each layer's own step promises, −ε times its slope squared, in two parts: [2, layers]. */
  readonly promises: NdArray;
  /** From the input to the output in every state: [states, layers + 1]. */
  readonly nodes: NdArray;
  /** The output in every state, in two parts: [2, states]. */
  readonly outputs: NdArray;
  /** The step length that is to lower the output by 0.1 to first order, and the output after it, likewise: [2, 2]. */
  readonly tenth: NdArray;
  /** The output before, and its change by order: [layers + 1]. */
  readonly orders: NdArray;
  /** The output over step lengths from 0 to the end of the axis: [points]. */
  readonly curve: NdArray;
  /** Slopes of the watched output in the chain with normalization: [layers]. */
  readonly normGradient: NdArray;
  /**
   * What each layer of that chain gets of the watched example, up to the normalization: [layers, states].
   * Empty, [0, states], where its units have no activation, since the nodes say it then.
   */
  readonly lower: NdArray;
  /** What is normalized, and what becomes of it: [m, states] each. */
  readonly hidden: NdArray;
  readonly normalized: NdArray;
  /** The watched output of that chain in every state: [states]. */
  readonly normOutputs: NdArray;
  /** The same over step lengths: [points]. */
  readonly normCurve: NdArray;
};

/** One step against the gradient, taken by a chain of layers, and by one that is normalized. */
export default async function compute(params: Params): Promise<Result> {
  const layers = params.weights.data.length;
  const epsilon = typed(params.epsilon);
  const input = typed(params.x.data[watchedOf(params)]);
  const weights = twoFloat(Array.from(params.weights.data, typed), [1, layers]);

  const slopes = slopesOf(weights, input);
  const squares = multiplyTwoFloats(slopes, slopes);
  const squaredNorm = (await valuesOf(squares)).reduce((sum, square) => sum + square, 0);
  const tenthLength = TENTH / squaredNorm;
  const moved = stepped(weights, slopes, lengthsOf(params, tenthLength));
  const promises = multiplyTwoFloats(twoFloat([-epsilon], [1, 1]), squares);

  const [product, movedNow, promised, orders, chain, norm, gradients] = await Promise.all([
    toNdArray(slopes.high, [layers]),
    toNdArray(slice(moved.high, [layers, 0], [1, layers]), [layers]),
    valuesOf(promises),
    toNdArray(ordersOf(weights.high, mul(slopes.high, -epsilon), input), [layers + 1]),
    resultsOf(nodesOf(moved, input), tenthLength),
    normResultsOf(params, moved.high),
    gradientsOf(params, weights.high),
  ]);
  const result = {
    product,
    moved: movedNow,
    promises: inTwoParts(promised),
    orders,
    ...chain,
    ...norm,
    ...gradients,
  };
  refuse(params, result);
  return result;
}

type Chain = Pick<Result, 'nodes' | 'outputs' | 'tenth' | 'curve'>;
type Norm = Pick<Result, 'lower' | 'hidden' | 'normalized' | 'normOutputs' | 'normCurve'>;

/** @throws TensorError where numbers have left float32, or where nothing is left to be normalized */
function refuse({ beside, normEpsilon }: Params, result: Result): void {
  const isFinite = ({ data }: NdArray): boolean => data.every(Number.isFinite);
  const { outputs, promises, orders, normOutputs } = result;
  if (![outputs, promises, orders].every(isFinite)) {
    throw new TensorError('beyond-float32', 'epsilon', {});
  }
  if (beside !== 'none' && !isFinite(normOutputs)) {
    const isFlat = normEpsilon === '0';
    throw new TensorError(
      isFlat ? 'zero-variance' : 'beyond-float32',
      isFlat ? 'normEpsilon' : 'epsilon',
      {},
    );
  }
}

/** The chain in the states that a reader goes through, after the first-order step, and along the axis. */
async function resultsOf(nodes: TwoFloat, tenthLength: number): Promise<Chain> {
  const [rows, columns] = nodes.high.shape;
  const states = rows - 1 - POINTS;
  const values = await valuesOf(nodes);
  const outputs = values.filter((_, index) => index % columns === columns - 1);
  return {
    nodes: ndArray([states, columns], values.slice(0, states * columns)),
    outputs: inTwoParts(outputs.slice(0, states)),
    tenth: inTwoParts([tenthLength, outputs[states]]),
    curve: ndArray([POINTS], outputs.slice(states + 1)),
  };
}

/**
 * The output's change by order: x ∏ (wᵢ − εgᵢt), multiplied out in powers of t.
 * @param weights [1, layers]
 * @param changes −εgᵢ, likewise
 */
function ordersOf(weights: Tensor, changes: Tensor, input: number): Tensor {
  const factors = stack(
    [weights, changes].map((row) => reshape(row, [row.size])),
    1,
  );
  return mul(polynomialProduct(factors as Parameters<typeof polynomialProduct>[0]), input);
}

/** The normalized chain, in the same states as the other one. */
async function normResultsOf(params: Params, moved: Tensor): Promise<Norm> {
  const { x } = params;
  const [rows, layers] = moved.shape;
  const [examples, states] = [x.data.length, layers + 1];
  const watched = watchedOf(params);
  const batch = ndArray(
    [examples, rows],
    [...x.data].flatMap((value) => Array<number>(rows).fill(value)),
  );
  const { lower, normalized, output } = normChain(toTensor(batch, 'x'), moved, normOptions(params));
  const ofWatched = (all: Tensor): Tensor => slice(all, [watched, 0], [1, states]);
  const now = (all: Tensor): Promise<NdArray> => toNdArray(slice(all, [0, 0], [examples, states]));
  const [lowerNow, hidden, normalizedNow, outputs] = await Promise.all([
    // Units without activation pass on what those of the plain chain do.
    params.beside === 'relu-norm'
      ? toNdArray(concat(lower.map(ofWatched), 0))
      : ndArray([0, states], []),
    now(lower[layers - 1]),
    now(normalized),
    toNdArray(slice(output, [watched, 0], [1, rows])),
  ]);
  return {
    lower: lowerNow,
    hidden,
    normalized: normalizedNow,
    normOutputs: ndArray([states], outputs.data.subarray(0, states)),
    normCurve: ndArray([POINTS], outputs.data.subarray(states + 1)),
  };
}

/** Slopes of the watched output by automatic differentiation, without normalization and with it. */
async function gradientsOf(
  params: Params,
  weights: Tensor,
): Promise<Pick<Result, 'gradient' | 'normGradient'>> {
  const layers = params.weights.data.length;
  const watched = watchedOf(params);
  const x = reshape(toTensor(params.x, 'x'), [-1, 1]);
  const outputIn = (w: Tensor): Tensor => {
    let output = slice(x, [watched, 0], [1, 1]);
    for (let index = 0; index < layers; index++) output = mul(output, layerOf(w, index));
    return output;
  };
  const normOutputIn = (w: Tensor): Tensor =>
    slice(normChain(x, w, normOptions(params)).output, [watched, 0], [1, 1]);
  const [gradient, normGradient] = [outputIn, normOutputIn].map(
    (f) => valueAndGradient((w) => squeeze(f(w)), weights).gradient,
  );
  const [plain, norm] = await Promise.all([
    toNdArray(gradient, [layers]),
    toNdArray(normGradient, [layers]),
  ]);
  return { gradient: plain, normGradient: norm };
}

const normOptions = ({ beside, bias, normEpsilon }: Params) => ({
  rectified: beside === 'relu-norm',
  bias,
  epsilon: Number(normEpsilon),
});
