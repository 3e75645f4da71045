import { randomInJavaScript, randomInPython } from '#kit/code-random.ts';
import type { CodeOf } from '#kit/define-widget.ts';
import { shortDecimal } from '#kit/tensor-text.ts';
import {
  BAR_WIDTH,
  EXPONENTIAL_MEAN,
  HUMPS,
  NORMAL,
  UNIFORM,
  type Named,
} from './distributions.ts';
import type { Params } from './params.ts';

// Results are named as compute names them, so that the checks can compare them.

const { first, low, high } = HUMPS;

const pythonDraws: Readonly<Record<Named, string>> = {
  exponential: `return -${EXPONENTIAL_MEAN} * math.log(1 - random())`,
  uniform: `return ${UNIFORM.from} + ${UNIFORM.to - UNIFORM.from} * random()`,
  bimodal: `mean, deviation = (${low.mean}, ${low.deviation}) if random() < ${first} else (${high.mean}, ${high.deviation})
    return mean + deviation * normal(random)`,
  normal: `return ${NORMAL.mean} + ${NORMAL.deviation} * normal(random)`,
};

const heightsText = ({ sketch }: Params): string =>
  Array.from(sketch.data, shortDecimal).join(', ');

/** Defines \`sample\`, the list of numbers that the figure has drawn. */
function sampleInPython(params: Params): string {
  const { distribution, size, seed } = params;
  const draw =
    distribution === 'sketch'
      ? `def draw():
    rest = random() * sum(heights)
    for bar, height in enumerate(heights):
        rest -= height
        if rest < 0:
            return (bar + 1 + rest / height) * ${BAR_WIDTH}`
      : `def draw():
    ${pythonDraws[distribution]}`;
  const heights = distribution === 'sketch' ? `heights = [${heightsText(params)}]\n` : '';
  return `${randomInPython}

${heights}random = generator(${seed})


${draw}


sample = [draw() for _ in range(${size})]`;
}

function pytorch(params: Params): string {
  const { gamma, beta } = params;
  return `import math

import torch
import torch.nn.functional as F


${sampleInPython(params)}
x = torch.tensor(sample)[:, None]
normalized = F.batch_norm(x, None, None, training=True)[:, 0]
gamma, beta = torch.tensor([${shortDecimal(gamma)}]).float(), torch.tensor([${shortDecimal(beta)}]).float()
y = F.batch_norm(x, None, None, gamma, beta, training=True)[:, 0]


def four_moments(values):
    mean, variance = values.mean(), values.var(unbiased=False)
    z = (values - mean) / variance.sqrt()
    shape = torch.stack([(z**3).mean(), (z**4).mean()])
    flat = variance <= 1e-6 * (1 + mean**2)  # nothing that has a shape
    return torch.stack([mean, variance, *(torch.zeros(2) if flat else shape)])


moments = torch.stack([four_moments(v) for v in (x[:, 0], x[:, 0] - x.mean(), normalized, y)])
print(moments)  # mean, variance, skewness, kurtosis
`;
}

function numpy(params: Params): string {
  const { gamma, beta } = params;
  return `import math

import numpy as np


${sampleInPython(params)}
x = np.array(sample)
normalized = (x - x.mean()) / np.sqrt(x.var() + 1e-5)
y = ${shortDecimal(gamma)} * normalized + ${shortDecimal(beta)}


def four_moments(values):
    mean, variance = values.mean(), values.var()
    if variance <= 1e-6 * (1 + mean**2):  # nothing that has a shape
        return [mean, variance, 0, 0]
    z = (values - mean) / np.sqrt(variance)
    return [mean, variance, (z**3).mean(), (z**4).mean()]


moments = np.array([four_moments(v) for v in (x, x - x.mean(), normalized, y)])
print(moments)  # mean, variance, skewness, kurtosis
`;
}

const javaScriptDraws: Readonly<Record<Named, string>> = {
  exponential: `return -${EXPONENTIAL_MEAN} * Math.log(1 - random());`,
  uniform: `return ${UNIFORM.from} + ${UNIFORM.to - UNIFORM.from} * random();`,
  bimodal: `const [mean, deviation] =
    random() < ${first} ? [${low.mean}, ${low.deviation}] : [${high.mean}, ${high.deviation}];
  return mean + deviation * normal(random);`,
  normal: `return ${NORMAL.mean} + ${NORMAL.deviation} * normal(random);`,
};

function drawInJavaScript(params: Params): string {
  if (params.distribution !== 'sketch') return javaScriptDraws[params.distribution];
  return `const heights = [${heightsText(params)}];
  let rest = random() * heights.reduce((sum, height) => sum + height);
  const bar = heights.findIndex((height) => (rest -= height) < 0);
  return (bar + 1 + rest / heights[bar]) * ${BAR_WIDTH};`;
}

function tfjs(params: Params): string {
  const { size, seed, gamma, beta } = params;
  return `import * as tf from '@tensorflow/tfjs';

${randomInJavaScript}
const random = generator(${seed});

function draw() {
  ${drawInJavaScript(params)}
}

const x = tf.tensor1d(Array.from({ length: ${size} }, draw));
const { mean, variance } = tf.moments(x);
const centred = tf.sub(x, mean);
const normalized = tf.div(centred, tf.sqrt(tf.add(variance, 1e-5)));
const y = tf.add(tf.mul(normalized, ${shortDecimal(gamma)}), ${shortDecimal(beta)});

function fourMoments(values) {
  const { mean, variance } = tf.moments(values);
  const flat = variance.dataSync()[0] <= 1e-6 * (1 + mean.dataSync()[0] ** 2); // nothing that has a shape
  const z = tf.mul(tf.sub(values, mean), flat ? 0 : tf.rsqrt(variance));
  return tf.stack([mean, variance, tf.mean(tf.pow(z, 3)), tf.mean(tf.pow(z, 4))]);
}

const moments = tf.stack([x, centred, normalized, y].map(fourMoments));
moments.print(); // mean, variance, skewness, kurtosis
`;
}

export const code: CodeOf<Params> = { pytorch, numpy, tfjs };
