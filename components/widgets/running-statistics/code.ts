import { randomInJavaScript, randomInPython } from '#kit/code-random.ts';
import type { CodeOf } from '#kit/define-widget.ts';
import { shortDecimal } from '#kit/tensor-text.ts';
import { SIDE, STEPS } from './data.ts';
import type { Params } from './params.ts';
import { defaults, type Rule } from './rules.ts';

// Results are named as compute names them, so that the checks can compare them.

/** A rule as the factor of the old value, that of the new one, and whether the variance is unbiased. */
function rulesOf(params: Params): readonly { readonly name: string; readonly rule: Rule }[] {
  const own = { name: 'running', rule: params };
  return params.beside === 'none' ? [own] : [own, { name: 'other', rule: defaults[params.beside] }];
}

/** PyTorch's own layer, where it can follow the rule; else the rule as it is written. */
function followInPython({ convention, momentum, unbiased }: Rule, library: 'torch' | 'np'): string {
  const α = shortDecimal(momentum);
  if (library === 'torch' && convention === 'pytorch' && unbiased) return `layer(${α})`;
  const [old, fresh] = convention === 'pytorch' ? [`1 - ${α}`, α] : [α, `1 - ${α}`];
  return `follow(${old}, ${fresh}, ${unbiased ? 'm / (m - 1)' : 1})`;
}

function drawInPython({ batchSize, seed }: Params): string {
  return `${randomInPython}

n, steps, side = ${batchSize}, ${STEPS}, ${SIDE}
m = n * side * side
random = generator(${seed})
z = [normal(random) for _ in range(n * steps * side * side)]`;
}

/** Each batch is a channel of x. */
function pytorch(params: Params): string {
  const { mean, drift, variance, epsilon } = params;
  return `import math

import torch
import torch.nn.functional as F


${drawInPython(params)}
means = ${shortDecimal(mean)} + ${shortDecimal(drift)} * torch.arange(1, steps + 1) / steps
z = torch.tensor(z).reshape(n, steps, side, side)
x = means[:, None, None] + math.sqrt(${shortDecimal(variance)}) * z

statistics = torch.stack([x.mean((0, 2, 3)), x.var((0, 2, 3), unbiased=False)])


def follow(old, new, factor):
    running = [torch.tensor([0.0, 1.0])]
    for mean, variance in statistics.T:
        running.append(old * running[-1] + new * torch.stack([mean, factor * variance]))
    return torch.stack(running, dim=1)


def layer(momentum):
    bn = torch.nn.BatchNorm2d(1, momentum=momentum)
    running = [torch.cat([bn.running_mean, bn.running_var])]
    for step in range(steps):
        bn(x[:, step : step + 1])
        running.append(torch.cat([bn.running_mean, bn.running_var]))
    return torch.stack(running, dim=1)


${rulesOf(params)
  .map(({ name, rule }) => `${name} = ${followInPython(rule, 'torch')}`)
  .join('\n')}
trained = F.batch_norm(x, None, None, training=True, eps=${epsilon})[0]
evaluated = F.batch_norm(x[:1], running[0, 1:], running[1, 1:], eps=${epsilon})[0]
print(running)
print(trained, evaluated)
`;
}

function numpy(params: Params): string {
  const { mean, drift, variance, epsilon } = params;
  return `import math

import numpy as np


${drawInPython(params)}
means = ${shortDecimal(mean)} + ${shortDecimal(drift)} * np.arange(1, steps + 1) / steps
z = np.array(z).reshape(n, steps, side, side)
x = means[:, None, None] + math.sqrt(${shortDecimal(variance)}) * z

statistics = np.stack([x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))])


def follow(old, new, factor):
    running = [np.array([0.0, 1.0])]
    for mean, variance in statistics.T:
        running.append(old * running[-1] + new * np.array([mean, factor * variance]))
    return np.stack(running, axis=1)


def normalize(x, statistics):
    mean, variance = statistics[:, :, None, None]
    return (x - mean) / np.sqrt(variance + ${epsilon})


${rulesOf(params)
  .map(({ name, rule }) => `${name} = ${followInPython(rule, 'np')}`)
  .join('\n')}
trained = normalize(x[0], statistics)
evaluated = normalize(x[0], running[:, 1:])
print(running)
print(trained, evaluated)
`;
}

function followInJavaScript({ convention, momentum, unbiased }: Rule): string {
  const α = shortDecimal(momentum);
  const [old, fresh] = convention === 'pytorch' ? [`1 - ${α}`, α] : [α, `1 - ${α}`];
  return `follow(${old}, ${fresh}, ${unbiased ? 'm / (m - 1)' : 1})`;
}

function tfjs(params: Params): string {
  const { batchSize, seed, mean, drift, variance, epsilon } = params;
  return `import * as tf from '@tensorflow/tfjs';

${randomInJavaScript}
const [n, steps, side] = [${batchSize}, ${STEPS}, ${SIDE}];
const m = n * side * side;
const random = generator(${seed});
const z = tf.tensor4d(
  Array.from({ length: n * steps * side * side }, () => normal(random)),
  [n, steps, side, side],
);
const means = tf.range(1, steps + 1).mul(${shortDecimal(drift)} / steps).add(${shortDecimal(mean)});
const x = z.mul(Math.sqrt(${shortDecimal(variance)})).add(means.reshape([steps, 1, 1]));

const moments = tf.moments(x, [0, 2, 3]);
const statistics = tf.stack([moments.mean, moments.variance]);

function follow(old, fresh, factor) {
  const running = [tf.tensor1d([0, 1])];
  const factors = tf.tensor1d([1, factor]);
  for (const batch of tf.unstack(statistics, 1)) {
    running.push(running.at(-1).mul(old).add(batch.mul(factors).mul(fresh)));
  }
  return tf.stack(running, 1);
}

function normalize(x, statistics) {
  const [mean, variance] = tf.unstack(statistics.reshape([2, steps, 1, 1]));
  return x.sub(mean).div(variance.add(${epsilon}).sqrt());
}

${rulesOf(params)
  .map(({ name, rule }) => `const ${name} = ${followInJavaScript(rule)};`)
  .join('\n')}
const [image] = tf.unstack(x);
const trained = normalize(image, statistics);
const evaluated = normalize(image, running.slice([0, 1]));
running.print();
trained.print();
evaluated.print();
`;
}

export const code: CodeOf<Params> = { pytorch, numpy, tfjs };
