import { ndArray, type NdArray } from '#nd/nd-array.ts';
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

/** The numbers as 64-bit floats. */
export async function valuesOf({ high, low }: TwoFloat): Promise<number[]> {
  const [first, second] = await Promise.all([toNdArray(high), toNdArray(low)]);
  return Array.from(first.data, (value, index) => value + second.data[index]);
}

/**
 * Numbers as float32 arrays carry them further: first all in five digits, which is what a page holds of
 * a number before it computes, then all that these leave out.
 * @returns [2, numbers]
 */
export function inTwoParts(values: readonly number[]): NdArray {
  const rough = values.map((value) => Math.fround(Number(value.toPrecision(5))));
  const rest = values.map((value, index) => value - rough[index]);
  return ndArray([2, values.length], [...rough, ...rest]);
}
