import { activation, add, batchNorm, mul, reshape, slice, type TwoFloat } from '#tensor';

export type Tensor = TwoFloat['high'];

export type Options = {
  /** Whether the units below are max(0, wh + b) and not wh. */
  readonly rectified: boolean;
  readonly bias: number;
  readonly epsilon: number;
};

/** The weight of one layer in every state, as a row. */
export const layerOf = (weights: Tensor, index: number): Tensor =>
  reshape(slice(weights, [0, index], [weights.shape[0], 1]), [1, weights.shape[0]]);

/**
 * A batch on its way through the chain, with the last layer behind a batch normalization. Every state of
 * the weights is a channel, and normalized by itself.
 * @param x [m, states]
 * @param weights [states, layers]
 * @returns all of them [m, states]; `lower` is what each layer gets, up to the normalization
 */
export function normChain(x: Tensor, weights: Tensor, { rectified, bias, epsilon }: Options) {
  const [, layers] = weights.shape;
  const last = layers - 1;
  const lower = [x];
  for (let index = 0; index < last; index++) {
    const product = mul(lower[index], layerOf(weights, index));
    lower.push(rectified ? activation(add(product, bias), 'relu') : product);
  }
  const { y } = batchNorm(lower[last], { epsilon });
  return { lower, normalized: y, output: mul(y, layerOf(weights, last)) };
}
