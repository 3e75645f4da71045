import { sgdStep, stack, tidy, type Tensor1D } from '#tensor';
import { distanceBetween } from './euclidean.ts';
import type { Pass } from './forward.ts';
import type { Network } from './network.ts';
import { lossAndGradient, type Batch } from './training.ts';

/** A point of weight space, and the gradient of the loss there; both of all parameters. */
export type Standpoint = { readonly vector: Tensor1D; readonly gradient: Tensor1D };

/** What is met on a straight line through weight space. */
export type Met = {
  /** The loss at every point: [points]. */
  readonly losses: Tensor1D;
  /** How far the gradient at every point is from the one where the line starts: [points]. */
  readonly changes: Tensor1D;
};

/**
 * Goes from a point along its negative gradient, and looks at the loss and its gradient at θ − ηg for
 * every step size η: on the same batch, under the same noise.
 * @param shake gives what shakes noisy norms, each time as at the start
 * @see santurkar2018how
 */
export function alongGradient(
  network: Network,
  { vector, gradient: start }: Standpoint,
  batch: Batch,
  stepSizes: readonly number[],
  shake?: () => Pass['shake'],
): Met {
  return tidy(() => {
    const points = stepSizes.map((stepSize) =>
      tidy(() => {
        const there = sgdStep(vector, start, stepSize);
        const { loss, gradient } = lossAndGradient(network, there, batch, { shake: shake?.() });
        return { loss, change: distanceBetween(gradient, start) };
      }),
    );
    return {
      losses: stack(points.map(({ loss }) => loss)) as Tensor1D,
      changes: stack(points.map(({ change }) => change)) as Tensor1D,
    };
  });
}
