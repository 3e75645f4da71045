import * as tf from '@tensorflow/tfjs-core';
import { TensorError } from '#nd/tensor-error.ts';
import { axesFrom, centre } from './standardize.ts';

/**
 * Weight standardization: every filter is taken to mean 0 and variance 1 over all that it sums, its
 * fan-in of N weights.
 *
 *     Ŵ_i = (W_i − μ_i) / √(σ_i² + ε)
 *
 * @param weight [O, I] or [O, C, KH, KW]: a filter is what has one output
 * @param epsilon added to the biased variance
 * @throws TensorError `too-few-axes` if a filter has no axis of its own
 * @see qiao2019ws
 */
export function weightStandardize<W extends tf.Tensor>(weight: W, { epsilon = 1e-6 } = {}): W {
  requireFanIn(weight);
  return tf.tidy(() => {
    const { centred, variance } = centre(weight, axesFrom(1, weight));
    return tf.mul(centred, tf.rsqrt(tf.add(variance, epsilon))) as W;
  });
}

/** Where two implementations differ: in what keeps a filter without spread from a division by 0. */
export const scaledForms = ['deepmind', 'timm'] as const;

export type ScaledForm = (typeof scaledForms)[number];

export type ScaledOptions = {
  readonly form?: ScaledForm;
  /** A learned factor for each filter, [O]; 1 if not given. */
  readonly gain?: tf.Tensor1D;
  /** The factor that makes up for an activation, `1 / √Var[g]`; 1 if not given. */
  readonly gamma?: number;
};

/**
 * Scaled weight standardization: as {@link weightStandardize}, and divided by √N, so that a filter has
 * the length γ · gain and sums inputs of variance 1 / γ² to outputs of variance gain².
 *
 *     Ŵ_i = γ · gain_i · (W_i − μ_i) / (σ_i √N)
 *
 * DeepMind's form has max(N σ², 10⁻⁴) for N σ², timm's σ² + 10⁻⁶ for σ².
 *
 * @param weight [O, I] or [O, C, KH, KW]
 * @throws TensorError `too-few-axes`; `wrong-shape` if the gain has another number of filters
 * @see brock2021nfresnet; nfnets/base.py of deepmind-research, layers/std_conv.py of timm
 */
export function scaledWeightStandardize<W extends tf.Tensor>(
  weight: W,
  { form = 'deepmind', gain, gamma = 1 }: ScaledOptions = {},
): W {
  requireFanIn(weight);
  const [filters] = weight.shape;
  if (gain && gain.shape.join() !== String(filters)) {
    throw new TensorError('wrong-shape', 'gain', { was: gain.shape.join(', '), must: filters });
  }
  return tf.tidy(() => {
    const { centred, variance } = centre(weight, axesFrom(1, weight));
    const squares = tf.mul(variance, weight.size / filters);
    const safe = safeSquares[form](squares, weight.size / filters);
    const factor = tf.mul(gamma, tf.rsqrt(safe));
    const perFilter = gain ? tf.mul(factor, tf.reshape(gain, factor.shape)) : factor;
    return tf.mul(centred, perFilter) as W;
  });
}

const safeSquares: Readonly<Record<ScaledForm, (squares: tf.Tensor, fanIn: number) => tf.Tensor>> =
  {
    deepmind: (squares) => tf.maximum(squares, 1e-4),
    timm: (squares, fanIn) => tf.add(squares, 1e-6 * fanIn),
  };

function requireFanIn(weight: tf.Tensor): void {
  if (weight.rank < 2)
    throw new TensorError('too-few-axes', 'weight', { was: weight.rank, must: 2 });
}
