import * as tf from '@tensorflow/tfjs-core';
import { activationNames, type ActivationName } from '#nd/activation-names.ts';
import { TensorError } from '#nd/tensor-error.ts';

export type ActivationOptions = {
  /** Slope below zero of leaky ReLU (0.01), or the depth to which ELU falls (1). */
  readonly alpha?: number;
};

type Activation = (x: tf.Tensor, options: ActivationOptions) => tf.Tensor;

const halfOfOnePlus = (t: tf.Tensor): tf.Tensor => tf.mul(0.5, tf.add(1, t));

const activations: Readonly<Record<ActivationName, Activation>> = {
  identity: (x) => tf.clone(x),
  /** max(0, x) */
  relu: (x) => tf.relu(x),
  /** x where x > 0, αx elsewhere */
  leakyRelu: (x, { alpha = 0.01 }) => tf.leakyRelu(x, alpha),
  /** x Φ(x), Φ the normal distribution function; see hendrycks2016gelu */
  gelu: (x) => tf.mul(x, halfOfOnePlus(tf.erf(tf.mul(x, Math.SQRT1_2)))),
  /** The same with Φ(x) ≈ ½(1 + tanh(√(2/π)(x + 0.044715x³))) */
  geluTanh: (x) => {
    const inner = tf.add(x, tf.mul(0.044715, tf.mul(x, tf.square(x))));
    return tf.mul(x, halfOfOnePlus(tf.tanh(tf.mul(Math.sqrt(2 / Math.PI), inner))));
  },
  /** x · sigmoid(x) */
  silu: (x) => tf.mul(x, tf.sigmoid(x)),
  /** 1 / (1 + e⁻ˣ) */
  sigmoid: (x) => tf.sigmoid(x),
  tanh: (x) => tf.tanh(x),
  /** x where x > 0, α(eˣ − 1) elsewhere */
  elu: (x, { alpha = 1 }) => tf.add(tf.relu(x), tf.mul(alpha, tf.expm1(tf.minimum(x, 0)))),
  /** ln(1 + eˣ) */
  softplus: (x) => tf.softplus(x),
  /** x · min(max(x + 3, 0), 6) / 6 */
  hardSwish: (x) => tf.mul(x, tf.div(tf.clipByValue(tf.add(x, 3), 0, 6), 6)),
  /** min(max(0, x), 6) */
  relu6: (x) => tf.relu6(x),
  /** λx where x > 0, λα(eˣ − 1) elsewhere, with λ and α that keep mean 0 and variance 1 */
  selu: (x) => tf.selu(x),
  /** −ln(1 + e⁻ˣ) */
  logSigmoid: (x) => tf.neg(tf.softplus(tf.neg(x))),
  /** x / (1 + |x|) */
  softsign: (x) => tf.div(x, tf.add(1, tf.abs(x))),
  /** x · tanh(ln(1 + eˣ)) */
  mish: (x) => tf.mul(x, tf.tanh(tf.softplus(x))),
};

/**
 * An activation function, cell by cell; the shape is kept.
 * @throws TensorError `unknown-name` if there is no such activation
 * @see torch.nn.functional (same names, camel case); gelu is exact, geluTanh is approximate='tanh'
 */
export function activation<R extends tf.Rank>(
  x: tf.Tensor<R>,
  name: ActivationName,
  options: ActivationOptions = {},
): tf.Tensor<R> {
  if (!Object.hasOwn(activations, name)) {
    throw new TensorError('unknown-name', 'activation', {
      was: name,
      known: activationNames.join(', '),
    });
  }
  return tf.tidy(() => activations[name](x, options) as tf.Tensor<R>);
}
