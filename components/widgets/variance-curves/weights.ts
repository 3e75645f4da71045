import { dispose, getBackend, scaledWeightStandardize, toNdArray, toTensor } from '#tensor';
import { normalNumbers } from '#lab/normal-weights.ts';
import { sizeOf, type NdArray } from '#nd/nd-array.ts';

/** So many numbers are kept for the next time: they do not depend on what a reader drags. */
const MOST_KEPT = 16_000_000;

let drawn = { key: '', data: new Float32Array() };
let standardized: { readonly key: string; readonly weights: NdArray } | undefined;

/**
 * Weights of all blocks, each by itself. A backend is given them so: to cut a part out of a tensor, it may
 * read the whole of it.
 *
 * @param weights [blocks C, …]
 * @returns [C, …] each; views, not copies
 */
export function blockByBlock({ shape, data }: NdArray, blocks: number): readonly NdArray[] {
  const own = [shape[0] / blocks, ...shape.slice(1)];
  const size = sizeOf(own);
  return Array.from({ length: blocks }, (_, block) => ({
    shape: own,
    data: data.subarray(block * size, (block + 1) * size),
  }));
}

/**
 * Normal numbers for the branches of all blocks, one below the other. Those of the first blocks do not
 * depend on how many there are.
 *
 * @param shape of one block, [C, C] or [C, C, K, K]
 * @returns [blocks C, C] or [blocks C, C, K, K]
 */
export function branchWeights(shape: readonly number[], blocks: number, seed: number): NdArray {
  const size = sizeOf(shape);
  const key = `${shape.join()} ${seed}`;
  let data = drawn.key === key ? drawn.data : new Float32Array();
  if (data.length < blocks * size) {
    const longer = new Float32Array(blocks * size);
    longer.set(data);
    for (let block = data.length / size; block < blocks; block++) {
      longer.set(normalNumbers(shape, seed, 'weights', 2 * block).data, block * size);
    }
    data = longer;
    if (data.length <= MOST_KEPT) drawn = { key, data };
  }
  return {
    shape: [blocks * shape[0], ...shape.slice(1)],
    data: data.subarray(0, blocks * size),
  };
}

/** The same, by scaled weight standardization: of all that a branch does it takes the longest. */
export async function standardizedWeights(
  shape: readonly number[],
  blocks: number,
  seed: number,
): Promise<NdArray> {
  const key = `${getBackend()} ${shape.join()} ${blocks} ${seed}`;
  if (standardized?.key === key) return standardized.weights;
  const raw = toTensor(branchWeights(shape, blocks, seed), 'weights');
  const scaled = scaledWeightStandardize(raw);
  const weights = await toNdArray(scaled);
  dispose([raw, scaled]);
  if (weights.data.length <= MOST_KEPT) standardized = { key, weights };
  return weights;
}
