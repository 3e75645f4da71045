import { sizeOf } from '#nd/nd-array.ts';
import { concat, slice, stack, tidy, valueAndGradient, type Tensor1D } from '#tensor';
import { cosineBetween, distanceBetween, lengthOf } from './euclidean.ts';
import type { Pass } from './forward.ts';
import type { Standpoint } from './line.ts';
import { parametersOf, type Network } from './network.ts';
import { lossAt, type Batch } from './training.ts';

/**
 * How a step of all layers below changes the gradient G of a layer's weights into G′, for every layer
 * that has one below it, from the lowest up.
 */
export type GradientShift = {
  /** ‖G − G′‖: [layers]. */
  readonly distances: Tensor1D;
  /** Of the angle between G and G′, NaN where one of them is 0: [layers]. */
  readonly cosines: Tensor1D;
  /** ‖G‖: [layers]. */
  readonly lengths: Tensor1D;
  /** ‖G′‖: [layers]. */
  readonly shiftedLengths: Tensor1D;
};

/**
 * Internal covariate shift as a question about gradients: what each layer's gradient would have been, had
 * the layers below it made their step before.
 * @param before all parameters, and the gradient of the loss in them
 * @param after all parameters after the step
 * @param shake gives what shakes noisy norms, each time as at `before`
 * @see santurkar2018how
 */
export function gradientShift(
  network: Network,
  before: Standpoint,
  after: Tensor1D,
  batch: Batch,
  shake?: () => Pass['shake'],
): GradientShift {
  return tidy(() => {
    const layers = weightsOf(network).slice(1);
    const shifts = layers.map(({ from, size }) =>
      tidy(() => {
        // Parameters are listed from the first layer to the last.
        const moved = slice(after, 0, from);
        const above = slice(before.vector, from + size);
        const pass = { shake: shake?.() };
        // Only in this layer's weights: the way back is no longer than that.
        const { gradient: shifted } = valueAndGradient(
          (weights) => lossAt(network, concat([moved, weights, above]), batch, pass),
          slice(before.vector, from, size),
        );
        const own = slice(before.gradient, from, size);
        return {
          distance: distanceBetween(own, shifted),
          cosine: cosineBetween(own, shifted),
          length: lengthOf(own),
          shiftedLength: lengthOf(shifted),
        };
      }),
    );
    const of = (name: keyof (typeof shifts)[number]): Tensor1D =>
      stack(shifts.map((shift) => shift[name])) as Tensor1D;
    return {
      distances: of('distance'),
      cosines: of('cosine'),
      lengths: of('length'),
      shiftedLengths: of('shiftedLength'),
    };
  });
}

/** Where each layer's weights stand among all parameters. */
export function weightsOf(
  network: Network,
): readonly { readonly from: number; readonly size: number }[] {
  let next = 0;
  return parametersOf(network).flatMap(({ role, shape }) => {
    const from = next;
    const size = sizeOf(shape);
    next += size;
    return role === 'weight' ? [{ from, size }] : [];
  });
}
