import {
  batchNorm,
  groupNorm,
  instanceNorm,
  layerNorm,
  rmsNorm,
  toNdArray,
  toTensor4d,
} from '#tensor';
import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { normal, seededRandom } from '#nd/random.ts';
import { isPerPlace, norms, type NormName } from './norms.ts';
import type { Params } from './params.ts';

export type Result = {
  /** Statistics that each norm takes of the tensor: [6], in the order of `norms`; 0 for none. */
  readonly counts: NdArray;
  /** Values that each of them is taken over: [6]. */
  readonly values: NdArray;
  /** How far they lie from the truth, 0 for a mean and 1 for a mean square: root mean square, [6]. */
  readonly scatter: NdArray;
};

/**
 * Every norm's own statistics of a tensor of independent standard normal numbers, whose mean is 0.
 */
export default async function compute(params: Params): Promise<Result> {
  const { architecture, batch, seed } = params;
  const [channels, side, groups] = [params.channels, params.side, params.groups].map(Number);
  const shape = [batch, channels, side, side];
  const random = seededRandom(seed);
  const size = batch * channels * side * side;
  const x = toTensor4d(
    ndArray(
      shape,
      Array.from({ length: size }, () => normal(random)),
    ),
    'x',
  );
  const axes = isPerPlace(architecture) ? [1] : [1, 2, 3];

  const taken = await Promise.all(norms.map(statistics));
  return {
    counts: row(taken.map(({ length }) => length)),
    values: row(taken.map(({ length }) => (length > 0 ? size / length : 0))),
    scatter: row(taken.map((deviations) => rootMeanSquare(deviations))),
  };

  /** Distances of a norm's statistics from the truth, each statistic once. */
  async function statistics(norm: NormName): Promise<Float32Array> {
    switch (norm) {
      case 'batch':
        return batch * side * side > 1 ? flat(batchNorm(x).mean) : new Float32Array();
      case 'layer':
        return flat(layerNorm(x, { axes }).mean);
      case 'rms':
        return (await flat(rmsNorm(x, { axes }).meanSquare)).map((square) => square - 1);
      case 'instance':
        return flat(instanceNorm(x).mean);
      case 'group': {
        const each = channels / groups;
        const means = await flat(groupNorm(x, { groups }).mean);
        return means.filter((_, index) => index % each === 0);
      }
      case 'none':
        return new Float32Array();
    }
  }
}

type Tensor = ReturnType<typeof batchNorm>['mean'];

const flat = async (tensor: Tensor): Promise<Float32Array> => (await toNdArray(tensor)).data;

const row = (numbers: readonly number[]): NdArray => ndArray([numbers.length], numbers);

function rootMeanSquare(numbers: Float32Array): number {
  if (numbers.length === 0) return 0;
  return Math.sqrt(numbers.reduce((sum, value) => sum + value ** 2, 0) / numbers.length);
}
