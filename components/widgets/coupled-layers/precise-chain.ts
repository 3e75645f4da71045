import {
  addTwoFloats,
  concat,
  cumulativeProduct,
  multiplyTwoFloats,
  toNdArray,
  twoFloat,
  type TwoFloat,
} from '#tensor';

// The chain has no activations, so that it is known exactly; and its output can hide in the sixth digit
// what a step has done. float32 has seven digits: here every number is the sum of two of them.

/**
 * Slope of the output along each weight: the product of the input and of all other weights.
 * @returns [1, layers]
 */
export function slopesOf(weights: TwoFloat, input: number): TwoFloat {
  const below = cumulativeProduct(weights, { exclusive: true });
  const above = cumulativeProduct(weights, { exclusive: true, reverse: true });
  return multiplyTwoFloats(twoFloat([input], [1, 1]), multiplyTwoFloats(below, above));
}

/**
 * The weights after steps against the slopes.
 * @param lengths for each of several states, how far each layer goes: [states][layers]
 * @returns [states, layers]
 */
export function stepped(
  weights: TwoFloat,
  slopes: TwoFloat,
  lengths: readonly (readonly number[])[],
): TwoFloat {
  const back = lengths.flat().map((length) => -length);
  const shape = [lengths.length, lengths[0].length];
  return addTwoFloats(weights, multiplyTwoFloats(twoFloat(back, shape), slopes));
}

/**
 * What goes from layer to layer: the input, h₁, h₂ … and the output.
 * @param weights [states, layers]
 * @returns [states, layers + 1]
 */
export function nodesOf(weights: TwoFloat, input: number): TwoFloat {
  const [states] = weights.high.shape;
  const column = twoFloat(Array<number>(states).fill(input), [states, 1]);
  return cumulativeProduct({
    high: concat([column.high, weights.high], 1),
    low: concat([column.low, weights.low], 1),
  });
}

/** Both parts of each number: all first ones, then all second ones. */
export async function partsOf({ high, low }: TwoFloat): Promise<readonly Float32Array[]> {
  const [first, second] = await Promise.all([toNdArray(high), toNdArray(low)]);
  return [first.data, second.data];
}
