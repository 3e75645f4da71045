import { normal, type Random } from '#nd/random.ts';
import { sizeOf, type NdArray } from '#nd/nd-array.ts';
import { toTensor, type Tensor } from '#tensor';
import type { Noise } from './network.ts';

/** A scale and a shift for every value of a norm's output. */
export type Shaken = (
  noise: Noise,
  shape: readonly number[],
) => { readonly scale: Tensor; readonly shift: Tensor };

/**
 * Draws what shakes an output [N, units, …]: first each unit's own shift and scale, in turn, then for
 * every value one near to them.
 */
export function shakenBy(random: Random): Shaken {
  return (noise, shape) => {
    const [scale, shift] = drawShake(noise, shape, random);
    return { scale: toTensor(scale, 'noise'), shift: toTensor(shift, 'noise') };
  };
}

export function drawShake(
  { shift, scale, spread }: Noise,
  shape: readonly number[],
  random: Random,
): readonly [scale: NdArray, shift: NdArray] {
  const units = shape[1];
  const cells = sizeOf(shape.slice(2));
  const ofUnits = Array.from({ length: units }, () => ({
    shift: shift * (2 * random() - 1),
    scale: 1 + (scale - 1) * random(),
  }));
  const scales = new Float32Array(sizeOf(shape));
  const shifts = new Float32Array(sizeOf(shape));
  scales.forEach((_, index) => {
    const unit = ofUnits[Math.floor(index / cells) % units];
    shifts[index] = unit.shift + spread * (2 * random() - 1);
    scales[index] = unit.scale + spread * normal(random);
  });
  return [
    { shape, data: scales },
    { shape, data: shifts },
  ];
}
