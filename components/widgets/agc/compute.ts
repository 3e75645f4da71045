import { adaptiveGradientClip, clipGlobalNorm, reshape, toNdArray, toTensor } from '#tensor';
import { ndArray, type NdArray } from '#nd/nd-array.ts';
import type { Params } from './params.ts';
import { UNITS } from './sizes.ts';

export type Result = {
  /** The gradients after adaptive clipping, and after global clipping: [4, 2]. */
  readonly adaptive: NdArray;
  readonly together: NdArray;
  /** ‖W_i‖ and ‖G_i‖: [2, 4]. */
  readonly norms: NdArray;
  /** The same of the whole parameter: [2]. */
  readonly wholeNorms: NdArray;
  /** What adaptive and global clipping multiply each gradient by: [2, 4]. */
  readonly factors: NdArray;
};

/** One parameter's gradients, clipped unit by unit or as a whole, and all together by one length. */
export default async function compute(params: Params): Promise<Result> {
  const { weights, gradients, lambda, epsilon, unit, limit } = params;
  const weight = toTensor(weights, 'weights');
  const gradient = toTensor(gradients, 'gradients');
  const options = { lambda, epsilon: Number(epsilon) };
  const rows = adaptiveGradientClip(gradient, weight, options);
  // A vector, as a bias is, counts as one unit.
  const whole = adaptiveGradientClip(
    reshape(gradient, [gradient.size]),
    reshape(weight, [weight.size]),
    options,
  );
  const global = clipGlobalNorm([gradient], limit);
  const listOf = async (tensor: typeof weight): Promise<Float32Array> =>
    (await toNdArray(tensor)).data;
  const { clipped, scale } = unit === 'row' ? rows : whole;
  const [adaptive, scales] = await Promise.all([clipped, scale].map(listOf));
  const [norm] = await listOf(global.norm);
  const every = (factor: number): number[] => new Array<number>(UNITS).fill(factor);
  return {
    adaptive: ndArray([UNITS, 2], adaptive),
    together: await toNdArray(global.clipped[0]),
    norms: ndArray(
      [2, UNITS],
      [...(await listOf(rows.weightNorm)), ...(await listOf(rows.gradientNorm))],
    ),
    wholeNorms: ndArray(
      [2],
      [...(await listOf(whole.weightNorm)), ...(await listOf(whole.gradientNorm))],
    ),
    factors: ndArray(
      [2, UNITS],
      [...(unit === 'row' ? scales : every(scales[0])), ...every(norm > limit ? limit / norm : 1)],
    ),
  };
}
