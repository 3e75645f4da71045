import { randomInJavaScript, randomInPython } from '#kit/code-random.ts';
import type { CodeOf } from '#kit/define-widget.ts';
import { shortDecimal } from '#kit/tensor-text.ts';
import { COUNT } from './data.ts';
import type { Params } from './params.ts';

// Results are named as compute names them, so that the checks can compare them.

function pytorch({ mean, spread, gamma, beta, seed }: Params): string {
  return `import math

import torch
import torch.nn.functional as F

${randomInPython}

random = generator(${seed})
x = torch.tensor([${shortDecimal(mean)} + ${shortDecimal(spread)} * normal(random) for _ in range(${COUNT})])
gamma, beta = torch.tensor([${shortDecimal(gamma)}]).float(), torch.tensor([${shortDecimal(beta)}]).float()

def batch_norm(x, weight=None, bias=None):
    # ${COUNT} examples of one channel
    return F.batch_norm(x.reshape(-1, 1), None, None, weight, bias, training=True).reshape(-1)

# as it comes, normalized, scaled and shifted as well
inputs = torch.stack([x, batch_norm(x), batch_norm(x, gamma, beta)])
outputs = torch.sigmoid(inputs)
statistics = torch.stack([inputs.mean(dim=1), inputs.std(dim=1, unbiased=False)])
print(statistics)
print((inputs.abs() >= math.log(19)).float().mean(dim=1))  # saturated
`;
}

function numpy({ mean, spread, gamma, beta, seed }: Params): string {
  return `import math

import numpy as np

${randomInPython}

random = generator(${seed})
x = np.array([${shortDecimal(mean)} + ${shortDecimal(spread)} * normal(random) for _ in range(${COUNT})])
normalized = (x - x.mean()) / np.sqrt(x.var() + 1e-5)

# as it comes, normalized, scaled and shifted as well
inputs = np.stack([x, normalized, ${shortDecimal(gamma)} * normalized + ${shortDecimal(beta)}])
outputs = 1 / (1 + np.exp(-inputs))
statistics = np.stack([inputs.mean(axis=1), inputs.std(axis=1)])
print(statistics)
print((abs(inputs) >= math.log(19)).mean(axis=1))  # saturated
`;
}

function tfjs({ mean, spread, gamma, beta, seed }: Params): string {
  return `import * as tf from '@tensorflow/tfjs';

${randomInJavaScript}
const random = generator(${seed});
const x = tf.tensor1d(
  Array.from({ length: ${COUNT} }, () => ${shortDecimal(mean)} + ${shortDecimal(spread)} * normal(random)),
);
const { mean, variance } = tf.moments(x);
const normalized = x.sub(mean).div(variance.add(1e-5).sqrt());

// as it comes, normalized, scaled and shifted as well
const inputs = tf.stack([x, normalized, normalized.mul(${shortDecimal(gamma)}).add(${shortDecimal(beta)})]);
const outputs = tf.sigmoid(inputs);
const of = tf.moments(inputs, 1);
const statistics = tf.stack([of.mean, of.variance.sqrt()]);
statistics.print();
`;
}

export const code: CodeOf<Params> = { pytorch, numpy, tfjs };
