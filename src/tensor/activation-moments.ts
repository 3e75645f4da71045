import * as tf from '@tensorflow/tfjs-core';
import type { ActivationName } from '#nd/activation-names.ts';
import { activation } from './activation.ts';

/** Beyond this many deviations a standard normal number does not come: 10⁻²³ of all do. */
const FARTHEST = 10;

/** Steps in one unit: a power of two, so that float32 holds every place, kinks at 0, 3 and 6 among them. */
const FINENESS = 64;

/**
 * What an activation makes of a standard normal number Z: its mean, its mean square and its variance.
 *
 *     E[g(Z)] = ∫ g(z) φ(z) dz,   φ(z) = e^(−z²/2) / √(2π)
 *
 * By Simpson's rule on 1281 places from −10 to 10; the error of the rule is below float32's. The variance
 * is taken about the mean, so that it does not cancel.
 *
 * @returns [3]: mean, mean square, variance
 * @throws TensorError `unknown-name` if there is no such activation
 */
export function activationMoments(name: ActivationName): tf.Tensor1D {
  return tf.tidy(() => {
    const { places, masses } = rule();
    const g = activation(tf.tensor1d(places), name);
    const mass = tf.tensor1d(masses);
    const expected = (values: tf.Tensor): tf.Tensor => tf.sum(tf.mul(mass, values));
    const mean = expected(g);
    const meanSquare = expected(tf.square(g));
    const variance = expected(tf.square(tf.sub(g, mean)));
    return tf.stack([mean, meanSquare, variance]) as tf.Tensor1D;
  });
}

/** Places, and the mass of the normal law that Simpson's rule gives each; all together are 1. */
function rule(): { readonly places: Float32Array; readonly masses: Float32Array } {
  const count = 2 * FARTHEST * FINENESS;
  const places = Float32Array.from({ length: count + 1 }, (_, at) => at / FINENESS - FARTHEST);
  const masses = places.map((z, at) => {
    const weight = at === 0 || at === count ? 1 : at % 2 === 1 ? 4 : 2;
    return ((weight / 3 / FINENESS) * Math.exp(-(z ** 2) / 2)) / Math.sqrt(2 * Math.PI);
  });
  return { places, masses };
}
