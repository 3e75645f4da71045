import { numpyActivations, pytorchActivations, tfjsActivations } from '#kit/code-activations.ts';
import { randomArraysInPython, randomInJavaScript } from '#kit/code-random.ts';
import type { CodeOf } from '#kit/define-widget.ts';
import { activationNames } from '#nd/activation-names.ts';
import type { Params } from './params.ts';
import { sizes } from './sizes.ts';
import { releasedGains } from './released.ts';
import { ENDS, LARGEST, places } from './places.ts';

// Results are named as compute names them, so that the checks can compare them.

const pythonTable = (expressions: typeof pytorchActivations): string =>
  `activations = {
${activationNames.map((name) => `    '${name}': lambda x: ${expressions[name]('x')},`).join('\n')}
}
# sampled constants, from the released code of NFNets
released = {
${Object.entries(releasedGains)
  .map(([name, gain]) => `    '${name}': ${gain},`)
  .join('\n')}
}`;

/** Mean, mean square, variance and both gains of one activation, by Simpson's rule. */
const quadrature = (library: 'torch' | 'np'): string => `def exact_moments(name):
    """E[g], E[g^2], Var[g], gamma, He's gain, and how far the released constant is above gamma."""
    y = activations[name](z)
    mean, square = (mass * y).sum(), (mass * y**2).sum()
    variance = (mass * (y - mean) ** 2).sum()
    gamma = variance**-0.5
    excess = released.get(name, gamma) / gamma - 1
    return ${library}.stack([mean, square, variance, gamma, square**-0.5, excess])`;

const estimates = (library: 'torch' | 'np'): string => `def estimates(y):
    """Mean, variance and gamma of a sample, each with its standard error."""
    n, mean = len(y), y.mean()
    variance = ((y - mean) ** 2).mean()
    kurtosis = ((y - mean) ** 4).mean() / variance**2
    relative = ((kurtosis - 1) / n) ** 0.5  # of the variance, by the fourth moment
    gamma = variance**-0.5  # by the delta method: half of it
    rows = [mean, (variance / n) ** 0.5, variance, variance * relative, gamma, gamma * relative / 2]
    return ${library}.stack(rows).reshape(3, 2)`;

function pytorch({ activation, seed }: Params): string {
  return `import math

import torch
import torch.nn.functional as F

${randomArraysInPython('torch')}

${pythonTable(pytorchActivations)}

z = torch.linspace(-10, 10, 1281).double()
simpson = torch.ones(1281).double()
simpson[1:-1:2], simpson[2:-1:2] = 4, 2
mass = simpson / 3 / 64 * torch.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)


${quadrature('torch')}


exact = torch.stack([exact_moments(name) for name in activations])
for name, row in zip(activations, exact.tolist()):
    print(f'{name:12}', *(f'{value:11.8f}' for value in row))


${estimates('torch')}


g = activations['${activation}']
sample = g(Generator(${seed}).normal(${LARGEST}))
samples = torch.stack([estimates(sample[:n]) for n in [${sizes.join(', ')}]])
print(samples)

curve = g(torch.linspace(${ENDS.join(', ')}, ${places.length}))
`;
}

function numpy({ activation, seed }: Params): string {
  return `import math

import numpy as np

${randomArraysInPython('np')}

${pythonTable(numpyActivations)}

z = np.linspace(-10, 10, 1281)
simpson = np.ones(1281)
simpson[1:-1:2], simpson[2:-1:2] = 4, 2
mass = simpson / 3 / 64 * np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)


${quadrature('np')}


exact = np.stack([exact_moments(name) for name in activations])
for name, row in zip(activations, exact):
    print(f'{name:12}', *(f'{value:11.8f}' for value in row))


${estimates('np')}


g = activations['${activation}']
sample = g(Generator(${seed}).normal(${LARGEST}))
samples = np.stack([estimates(sample[:n]) for n in [${sizes.join(', ')}]])
print(samples)

curve = g(np.linspace(${ENDS.join(', ')}, ${places.length}))
`;
}

function tfjs({ activation, seed }: Params): string {
  const table = activationNames.map((name) => `  ${name}: (x) => ${tfjsActivations[name]('x')},`);
  return `import * as tf from '@tensorflow/tfjs';

${randomInJavaScript}
const activations = {
${table.join('\n')}
};
// sampled constants, from the released code of NFNets
const released = {
${Object.entries(releasedGains)
  .map(([name, gain]) => `  ${name}: ${gain},`)
  .join('\n')}
};

const z = Array.from({ length: 1281 }, (_, at) => at / 64 - 10);
const mass = tf.tensor1d(
  z.map((place, at) => {
    const simpson = at % 1280 === 0 ? 1 : at % 2 === 1 ? 4 : 2;
    return ((simpson / 3 / 64) * Math.exp(-(place ** 2) / 2)) / Math.sqrt(2 * Math.PI);
  }),
);

/** E[g], E[g²], Var[g], γ, He's gain, and how far the released constant is above γ. */
function exactMoments(name) {
  const y = activations[name](tf.tensor1d(z));
  const mean = mass.mul(y).sum();
  const square = mass.mul(y.square()).sum();
  const variance = mass.mul(y.sub(mean).square()).sum();
  const gamma = variance.rsqrt();
  const excess = tf.div(released[name] ?? gamma, gamma).sub(1);
  return tf.stack([mean, square, variance, gamma, square.rsqrt(), excess]);
}

const exact = tf.stack(Object.keys(activations).map(exactMoments));
exact.print();

/** Mean, variance and γ of a sample, each with its standard error. */
function estimates(y) {
  const { mean, variance } = tf.moments(y);
  const kurtosis = y.sub(mean).square().square().mean().div(variance.square());
  const relative = kurtosis.sub(1).div(y.size).sqrt(); // of the variance, by the fourth moment
  const gamma = variance.rsqrt(); // by the delta method: half of it
  return tf
    .stack([mean, variance.div(y.size).sqrt(), variance, variance.mul(relative), gamma, gamma.mul(relative).div(2)])
    .reshape([3, 2]);
}

const g = activations.${activation};
const random = generator(${seed});
const sample = g(tf.tensor1d(Array.from({ length: ${LARGEST} }, () => normal(random))));
const samples = tf.stack([${sizes.join(', ')}].map((n) => estimates(sample.slice(0, n))));
samples.print();

const curve = g(tf.linspace(${ENDS.join(', ')}, ${places.length}));
`;
}

export const code: CodeOf<Params> = { pytorch, numpy, tfjs };
