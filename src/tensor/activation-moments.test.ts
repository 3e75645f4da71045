import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { activationMoments } from '#tensor';
import type { ActivationName } from '#nd/activation-names.ts';

/** Mean, mean square, variance and 1 / √variance, by adaptive quadrature in float64. */
const exact: readonly (readonly [ActivationName, number, number, number, number])[] = [
  ['identity', 0, 1, 1, 1],
  ['relu', 0.39894228, 0.5, 0.34084506, 1.71285855],
  ['leakyRelu', 0.39495286, 0.50005, 0.34406224, 1.704831627],
  ['relu6', 0.39894228, 0.5, 0.34084506, 1.712858555],
  ['gelu', 0.28209479, 0.42522148, 0.34564401, 1.700926243],
  ['geluTanh', 0.28203859, 0.42519371, 0.34564795, 1.700916562],
  ['silu', 0.20662096, 0.35577552, 0.3130833, 1.787187222],
  ['tanh', 0, 0.39429449, 0.39429449, 1.59253742],
  ['sigmoid', 0.5, 0.29337904, 0.04337904, 4.801313372],
  ['elu', 0.16052057, 0.64494542, 0.61917856, 1.270843418],
  ['selu', 0, 1, 1, 1],
  ['softplus', 0.80605918, 0.92124591, 0.2715145, 1.91912598],
  ['logSigmoid', -0.80605918, 0.92124591, 0.2715145, 1.91912598],
  ['softsign', 0, 0.18301402, 0.18301402, 2.337533363],
  ['mish', 0.24040389, 0.45234219, 0.39454816, 1.592025381],
  ['hardSwish', 0.1662167, 0.33156738, 0.30393938, 1.813871474],
];

it.each(exact)('%s: mean, mean square, variance and gain to 10⁻⁶', async (name, ...expected) => {
  const before = tf.memory().numTensors;
  const moments = activationMoments(name);
  const [mean, meanSquare, variance] = await moments.data();
  moments.dispose();
  for (const [index, value] of [mean, meanSquare, variance, variance ** -0.5].entries()) {
    expect(Math.abs(value - expected[index])).toBeLessThan(1e-6);
  }
  expect(tf.memory().numTensors).toBe(before);
});
