import { randomInJavaScript } from '#kit/code-random.ts';
import type { CodeOf } from '#kit/define-widget.ts';
import { shortDecimal } from '#kit/tensor-text.ts';
import { BATCHES, LARGEST, measuredSizes } from './data.ts';
import type { Params } from './params.ts';

// Results are named as compute names them, so that the checks can compare them.

/** The generator of the figure for many numbers at once, and all batches at their largest. */
function draw({ side, correlation, seed }: Params, library: 'torch' | 'np'): string {
  const double = library === 'torch' ? '.double()' : '';
  return `batches, largest, pixels = ${BATCHES}, ${LARGEST}, ${side * side}
correlation, seed = ${shortDecimal(correlation)}, ${seed}


def uniform(count):
    """mulberry32: uniform numbers in [0, 1)"""
    word = 0xFFFFFFFF
    state = (seed + 0x6D2B79F5 * ${library}.arange(1, count + 1)) & word
    t = (state ^ (state >> 15)) * (state | 1) & word
    t = t ^ (t + (t ^ (t >> 7)) * (t | 61)) & word
    return (t ^ (t >> 14))${double} / 2**32


def normal(*shape):
    u = uniform(2 * math.prod(shape)).reshape(-1, 2)
    radius = ${library}.sqrt(-2 * ${library}.log(1 - u[:, 0]))
    return (radius * ${library}.cos(2 * math.pi * u[:, 1])).reshape(shape)


# What all pixels of an image have in common, and what each has for itself.
z = normal(batches, largest, 1 + pixels)
x = math.sqrt(correlation) * z[:, :, :1] + math.sqrt(1 - correlation) * z[:, :, 1:]
`;
}

/** Columns of the batch sizes that are measured. */
const columns = ({ batchSize }: Params): string =>
  measuredSizes(batchSize)
    .map((size) => size - 1)
    .join(', ');

function pytorch(params: Params): string {
  return `import math

import torch

${draw(params, 'torch')}
# Batches of 1, 2, … images: the first ones of the largest.
sizes = torch.arange(1, largest + 1)
mean = x.mean(2).cumsum(1) / sizes
variance = (x**2).mean(2).cumsum(1) / sizes - mean**2

means, variances = mean[:, ${params.batchSize - 1}], variance[:, ${params.batchSize - 1}]
measured = [${columns(params)}]
spreads = torch.stack([mean.std(0), variance.mean(0), variance.std(0)])[:, measured]
print(means, variances)
print(spreads[:, -1])
`;
}

function numpy(params: Params): string {
  return `import math

import numpy as np

${draw(params, 'np')}
# Batches of 1, 2, … images: the first ones of the largest.
sizes = np.arange(1, largest + 1)
mean = x.mean(2).cumsum(1) / sizes
variance = (x**2).mean(2).cumsum(1) / sizes - mean**2

means, variances = mean[:, ${params.batchSize - 1}], variance[:, ${params.batchSize - 1}]
measured = [${columns(params)}]
spreads = np.stack([mean.std(0, ddof=1), variance.mean(0), variance.std(0, ddof=1)])[:, measured]
print(means, variances)
print(spreads[:, -1])
`;
}

function tfjs(params: Params): string {
  const { side, correlation, seed, batchSize } = params;
  return `import * as tf from '@tensorflow/tfjs';

${randomInJavaScript}
const [batches, largest, pixels] = [${BATCHES}, ${LARGEST}, ${side * side}];
const correlation = ${shortDecimal(correlation)};

const random = generator(${seed});
const values = [];
for (let image = 0; image < batches * largest; image++) {
  const common = Math.sqrt(correlation) * normal(random);
  for (let pixel = 0; pixel < pixels; pixel++) {
    values.push(common + Math.sqrt(1 - correlation) * normal(random));
  }
}
const x = tf.tensor3d(values, [batches, largest, pixels]);

// Batches of 1, 2, … images: the first ones of the largest.
const sizes = tf.range(1, largest + 1);
const mean = x.mean(2).cumsum(1).div(sizes);
const variance = x.square().mean(2).cumsum(1).div(sizes).sub(mean.square());

const ofSize = (statistic) => statistic.slice([0, ${batchSize - 1}], [batches, 1]).flatten();
const means = ofSize(mean);
const variances = ofSize(variance);
const deviation = (statistic) =>
  tf.moments(statistic, 0).variance.mul(batches / (batches - 1)).sqrt();
const measured = [${columns(params)}];
const spreads = tf
  .stack([deviation(mean), variance.mean(0), deviation(variance)])
  .gather(measured, 1);
means.print();
variances.print();
spreads.print();
`;
}

export const code: CodeOf<Params> = { pytorch, numpy, tfjs };
