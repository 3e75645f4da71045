import { randomInJavaScript, randomInPython } from '#kit/code-random.ts';
import type { CodeOf } from '#kit/define-widget.ts';
import { shortDecimal } from '#kit/tensor-text.ts';
import { ENDS, INPUT_BINS, OUTPUT_BINS } from './bins.ts';
import { COUNT } from './data.ts';
import { LINEAR, SATURATED } from './regimes.ts';
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
z = torch.stack([x, batch_norm(x), batch_norm(x, gamma, beta)])
statistics = torch.stack([z.mean(dim=1), z.std(dim=1, unbiased=False)], dim=1)
changes = (z - x).abs().amax(dim=1)
print(statistics, changes)

# in the linear part, and saturated
shares = torch.stack([z.abs() <= ${LINEAR}, z.abs() >= ${SATURATED}]).float().mean(dim=2).T
print(shares)

def densities(values, start, end, bins):
    return torch.histc(values, bins, start, end) * bins / (end - start) / len(values)

inputs = torch.stack([densities(row, ${ENDS.join(', ')}, ${INPUT_BINS}) for row in z])
outputs = torch.stack([densities(row, 0, 1, ${OUTPUT_BINS}) for row in torch.sigmoid(z)])
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
z = np.stack([x, normalized, ${shortDecimal(gamma)} * normalized + ${shortDecimal(beta)}])
statistics = np.stack([z.mean(axis=1), z.std(axis=1)], axis=1)
changes = abs(z - x).max(axis=1)
print(statistics, changes)

# in the linear part, and saturated
shares = np.stack([abs(z) <= ${LINEAR}, abs(z) >= ${SATURATED}]).mean(axis=2).T
print(shares)

def densities(values, start, end, bins):
    counts, _ = np.histogram(values, bins, (start, end))
    return counts * bins / (end - start) / len(values)

inputs = np.stack([densities(row, ${ENDS.join(', ')}, ${INPUT_BINS}) for row in z])
outputs = np.stack([densities(row, 0, 1, ${OUTPUT_BINS}) for row in 1 / (1 + np.exp(-z))])
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
const z = tf.stack([x, normalized, normalized.mul(${shortDecimal(gamma)}).add(${shortDecimal(beta)})]);
const of = tf.moments(z, 1);
const statistics = tf.stack([of.mean, of.variance.sqrt()], 1);
const changes = z.sub(x).abs().max(1);
statistics.print();

// in the linear part, and saturated
const part = (condition) => condition.cast('float32').mean(1);
const shares = tf.stack(
  [part(z.abs().lessEqual(${LINEAR})), part(z.abs().greaterEqual(${SATURATED}))],
  1,
);
shares.print();
`;
}

export const code: CodeOf<Params> = { pytorch, numpy, tfjs };
