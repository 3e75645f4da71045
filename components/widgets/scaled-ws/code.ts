import { numpyActivations, pytorchActivations, tfjsActivations } from '#kit/code-activations.ts';
import { randomArraysInPython, randomInJavaScript } from '#kit/code-random.ts';
import { rowsText } from '#kit/code-text.ts';
import type { CodeOf } from '#kit/define-widget.ts';
import { shortDecimal } from '#kit/tensor-text.ts';
import { forChannels } from '#nd/sample-tensor.ts';
import type { Params } from './params.ts';

// Results are named as compute names them, so that the checks can compare them.

const gainText = ({ weight, gain }: Params): string =>
  `[${Array.from(forChannels(gain, weight.shape[0], 1).data, shortDecimal).join(', ')}]`;

/** What a filter less its mean is multiplied by, from its variance; Python writes it alike for both libraries. */
const factorInPython = ({ form }: Params, library: 'torch' | 'np'): string =>
  ({
    plain: `1 / (variance + 1e-6) ** 0.5`,
    deepmind:
      library === 'torch'
        ? `gamma * gain / (variance * fan_in).clamp(min=1e-4) ** 0.5`
        : `gamma * gain / np.maximum(variance * fan_in, 1e-4) ** 0.5`,
    timm: `gamma * gain / (fan_in * (variance + 1e-6)) ** 0.5`,
  })[form];

const isScaled = ({ form }: Params): boolean => form !== 'plain';

function pytorch(params: Params): string {
  const { weight, activation, inputs, seed } = params;
  return `import math

import torch
import torch.nn.functional as F

${randomArraysInPython('torch')}

def g(x):
    return ${pytorchActivations[activation]('x')}


def over_rows(z):
    return z.mean(0), z.var(0, unbiased=False)


weight = torch.tensor(${rowsText(weight, '    ')}).double()
filters = weight.flatten(1)  # one set a filter
fan_in = filters.shape[1]

# The activation of a standard normal number: its mean, mean square and variance.
z = torch.linspace(-10, 10, 20001).double()
mass = torch.exp(-(z**2) / 2)
mass = mass / mass.sum()
mu_g = (mass * g(z)).sum()
ofActivation = torch.stack([mu_g, (mass * g(z) ** 2).sum(), (mass * (g(z) - mu_g) ** 2).sum()])
${isScaled(params) ? `gamma, gain = ofActivation[2] ** -0.5, torch.tensor(${gainText(params)}).double()\n` : ''}
mean, variance = filters.mean(1), filters.var(1, unbiased=False)
factor = ${factorInPython(params, 'torch')}
after = (filters - mean[:, None]) * factor[:, None]
standardized = after.reshape(weight.shape)
print(after.sum(1), after.norm(dim=1))

x = g(Generator(${seed}).normal(${inputs}, fan_in))
outputs = [over_rows(x @ w.T) for w in (filters, after)]
outputMean = torch.stack([mean for mean, _ in outputs])
outputVariance = torch.stack([variance for _, variance in outputs])
squares = [(x @ w.T - m) ** 2 for w, (m, _) in zip((filters, after), outputs)]
squareDeviation = torch.stack([square.std(0, unbiased=False) for square in squares])
print(outputMean, outputVariance)
`;
}

function numpy(params: Params): string {
  const { weight, activation, inputs, seed } = params;
  return `import math

import numpy as np

${randomArraysInPython('np')}

def g(x):
    return ${numpyActivations[activation]('x')}


weight = np.array(${rowsText(weight, '    ')}, dtype=float)
filters = weight.reshape(len(weight), -1)  # one set a filter
fan_in = filters.shape[1]

# The activation of a standard normal number: its mean, mean square and variance.
z = np.linspace(-10, 10, 20001)
mass = np.exp(-(z**2) / 2)
mass = mass / mass.sum()
mu_g = (mass * g(z)).sum()
ofActivation = np.array([mu_g, (mass * g(z) ** 2).sum(), (mass * (g(z) - mu_g) ** 2).sum()])
${isScaled(params) ? `gamma, gain = ofActivation[2] ** -0.5, np.array(${gainText(params)}, dtype=float)\n` : ''}
mean, variance = filters.mean(axis=1), filters.var(axis=1)
factor = ${factorInPython(params, 'np')}
after = (filters - mean[:, None]) * factor[:, None]
standardized = after.reshape(weight.shape)
print(after.sum(axis=1), np.linalg.norm(after, axis=1))

x = g(Generator(${seed}).normal(${inputs}, fan_in))
outputs = [x @ w.T for w in (filters, after)]
outputMean = np.stack([z.mean(axis=0) for z in outputs])
outputVariance = np.stack([z.var(axis=0) for z in outputs])
squareDeviation = np.stack([((z - z.mean(axis=0)) ** 2).std(axis=0) for z in outputs])
print(outputMean, outputVariance)
`;
}

function tfjs(params: Params): string {
  const { weight, activation, inputs, seed, form } = params;
  const factor = {
    plain: 'variance.add(1e-6).rsqrt()',
    deepmind: 'gain.mul(gamma).mul(variance.mul(fanIn).maximum(1e-4).rsqrt())',
    timm: 'gain.mul(gamma).mul(variance.add(1e-6).mul(fanIn).rsqrt())',
  }[form];
  return `import * as tf from '@tensorflow/tfjs';

${randomInJavaScript}
const g = (x) => ${tfjsActivations[activation]('x')};

const weight = tf.tensor4d(${rowsText(weight, '  ')});
const filters = weight.reshape([weight.shape[0], -1]); // one set a filter
const fanIn = filters.shape[1];

// The activation of a standard normal number: its mean, mean square and variance.
const places = Array.from({ length: 10241 }, (_, at) => (at - 5120) / 512);
const density = places.map((z) => Math.exp(-(z ** 2) / 2));
const whole = density.reduce((sum, each) => sum + each, 0);
const mass = tf.tensor1d(density.map((each) => each / whole));
const gz = g(tf.tensor1d(places));
const expected = (values) => mass.mul(values).sum();
const ofActivation = tf.stack([
  expected(gz),
  expected(gz.square()),
  expected(gz.sub(expected(gz)).square()),
]);
${isScaled(params) ? `const gamma = ofActivation.slice(2, 1).rsqrt();\nconst gain = tf.tensor1d(${gainText(params)});\n` : ''}
// Less the mean twice: what rounding leaves of it the first time goes the second time.
const rest = filters.sub(filters.mean(1, true));
const centred = rest.sub(rest.mean(1, true));
const mean = filters.mean(1);
const variance = centred.square().mean(1);
const factor = ${factor};
const after = centred.mul(factor.expandDims(1));
const standardized = after.reshape(weight.shape);
after.sum(1).print();
after.norm('euclidean', 1).print();

const random = generator(${seed});
const drawn = Array.from({ length: ${inputs} * fanIn }, () => normal(random));
const x = g(tf.tensor2d(drawn, [${inputs}, fanIn]));
const outputs = [filters, after].map((w) => tf.matMul(x, w, false, true));
const outputMean = tf.stack(outputs.map((z) => z.mean(0)));
const outputVariance = tf.stack(outputs.map((z) => tf.moments(z, 0).variance));
const squareDeviation = tf.stack(
  outputs.map((z) => tf.moments(z.sub(z.mean(0)).square(), 0).variance.sqrt()),
);
outputMean.print();
outputVariance.print();
`;
}

export const code: CodeOf<Params> = { pytorch, numpy, tfjs };
