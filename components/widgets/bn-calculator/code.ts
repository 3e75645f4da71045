import type { CodeOf } from '#kit/define-widget.ts';
import { shortDecimal } from '#kit/tensor-text.ts';
import type { Params } from './params.ts';

// Results are named as compute names them, so that the checks can compare them.

const numbersOf = ({ x }: Params): string => `[[${Array.from(x.data, shortDecimal).join(', ')}]]`;

function pytorch(params: Params): string {
  const { gamma, beta, epsilon } = params;
  return `import torch
import torch.nn.functional as F

x = torch.tensor(${numbersOf(params)}).float()
gamma, beta = ${shortDecimal(gamma)}, ${shortDecimal(beta)}

mean = x.mean()
variance = x.var(unbiased=False)
normalized = (x - mean) / torch.sqrt(variance + ${epsilon})
y = gamma * normalized + beta
print(y)

statistics = torch.stack([mean, variance, x.var(unbiased=True)])
outcome = torch.stack([y.mean(), y.var(unbiased=False)])
print(statistics, outcome)

# The library's own: as many examples as there are numbers, of one channel.
weight, bias = torch.tensor([float(gamma)]), torch.tensor([float(beta)])
print(F.batch_norm(x.reshape(-1, 1), None, None, weight, bias, training=True, eps=${epsilon}))
`;
}

function numpy(params: Params): string {
  const { gamma, beta, epsilon } = params;
  return `import numpy as np

x = np.array(${numbersOf(params)}, dtype=float)

mean = x.mean()
variance = x.var()
normalized = (x - mean) / np.sqrt(variance + ${epsilon})
y = ${shortDecimal(gamma)} * normalized + ${shortDecimal(beta)}
print(y)

statistics = np.array([mean, variance, x.var(ddof=1)])
outcome = np.array([y.mean(), y.var()])
print(statistics, outcome)
`;
}

function tfjs(params: Params): string {
  const { gamma, beta, epsilon } = params;
  return `import * as tf from '@tensorflow/tfjs';

const x = tf.tensor2d(${numbersOf(params)});

const { mean, variance } = tf.moments(x);
const normalized = x.sub(mean).div(variance.add(${epsilon}).sqrt());
const y = normalized.mul(${shortDecimal(gamma)}).add(${shortDecimal(beta)});
y.print();

const unbiased = variance.mul(x.size / (x.size - 1));
const statistics = tf.stack([mean, variance, unbiased]);
const of = tf.moments(y);
const outcome = tf.stack([of.mean, of.variance]);
outcome.print();
`;
}

export const code: CodeOf<Params> = { pytorch, numpy, tfjs };
