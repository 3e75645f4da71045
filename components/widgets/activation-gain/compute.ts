import {
  activation as activate,
  activationMoments,
  centre,
  mul,
  slice,
  squeeze,
  stack,
  sum,
  toNdArray,
  toTensor,
  type Tensor,
} from '#tensor';
import { activationNames, type ActivationName } from '#nd/activation-names.ts';
import { binsOf } from '#nd/bins.ts';
import { ndArray, type NdArray } from '#nd/nd-array.ts';
import type { Params } from './params.ts';
import { sizes } from './sizes.ts';
import { drawSample, ENDS, INPUT_BINS, OUTPUT_BINS, OUTPUT_ENDS, places, ROW } from './places.ts';
import { releasedGains } from './released.ts';

export type Result = {
  /**
   * E[g], E[g²], Var[g], γ = 1/√Var[g] and He's 1/√E[g²] of every activation, of a standard normal input,
   * and by which part of γ the constant of the released code is above it, 0 where it has none: [16, 6].
   */
  readonly exact: NdArray;
  /** Mean, variance and γ of the outputs in samples of 16 to 65,536, each with its standard error: [7, 3, 2]. */
  readonly samples: NdArray;
  /** The chosen activation from −4 to 4: [129]. */
  readonly curve: NdArray;
  /** Density of the chosen sample, in bins from −4 to 4: [40]. */
  readonly inputs: NdArray;
  /** Density of its outputs, and of γ times these, in bins from −8.1 to 8.1: [2, 81]. */
  readonly outputs: NdArray;
};

/** What every activation makes of a standard normal number, and what samples say of the chosen one. */
export default async function compute({ activation, size, seed }: Params): Promise<Result> {
  const sample = drawSample(seed);
  const y = activate(toTensor(sample, 'sample'), activation);
  const [all, ofSamples, values, curve] = await Promise.all([
    toNdArray(stack(activationNames.map(activationMoments))),
    toNdArray(stack(sizes.map((count) => momentsOf(slice(y, [0, 0], [Number(count) / ROW, ROW]))))),
    toNdArray(y),
    toNdArray(activate(toTensor(ndArray([places.length], places), 'places'), activation)),
  ]);
  const exact = activationNames.flatMap((name, row) => withGains(name, all.data.subarray(3 * row)));
  const samples = sizes.flatMap((count, row) =>
    estimates(ofSamples.data.subarray(3 * row), Number(count)),
  );
  const gain = exact[6 * activationNames.indexOf(activation) + 3];
  const count = Number(size);
  const outputs = [1, gain].flatMap((factor) => {
    const scaled = values.data.subarray(0, count).map((value) => factor * value);
    return binsOf(scaled, OUTPUT_ENDS, OUTPUT_BINS).densities;
  });
  return {
    exact: ndArray([activationNames.length, 6], exact),
    samples: ndArray([sizes.length, 3, 2], samples),
    curve,
    inputs: ndArray(
      [INPUT_BINS],
      binsOf(sample.data.subarray(0, count), ENDS, INPUT_BINS).densities,
    ),
    outputs: ndArray([2, OUTPUT_BINS], outputs),
  };
}

function withGains(
  name: ActivationName,
  [mean, meanSquare, variance]: Float32Array,
): readonly number[] {
  const gamma = 1 / Math.sqrt(variance);
  const { [name]: released = gamma } = releasedGains;
  return [mean, meanSquare, variance, gamma, 1 / Math.sqrt(meanSquare), released / gamma - 1];
}

/** Mean, variance, and the sum of the fourth powers of what is left without the mean: [3]. */
function momentsOf(y: Tensor): Tensor {
  const { centred, mean, variance } = centre(y, [0, 1]);
  const squared = mul(centred, centred);
  return stack([squeeze(mean), squeeze(variance), sum(mul(squared, squared))]);
}

/**
 * Mean, variance and γ = 1/√variance of a sample, each with its standard error. That of the variance
 * comes from the fourth moment, that of γ from it by the delta method: half of it, relatively.
 */
function estimates([mean, variance, fourth]: Float32Array, count: number): readonly number[] {
  const kurtosis = fourth / count / variance ** 2;
  const relative = Math.sqrt((kurtosis - 1) / count);
  const gain = 1 / Math.sqrt(variance);
  return [
    ...[mean, Math.sqrt(variance / count)],
    ...[variance, variance * relative],
    ...[gain, (gain * relative) / 2],
  ];
}
