import type { CodeOf } from '#kit/define-widget.ts';
import { shortDecimal } from '#kit/tensor-text.ts';
import { watchedOf } from './data.ts';
import type { Params } from './params.ts';

// Results are named as compute names them, so that the checks can compare them.

const listOf = (data: Float32Array): string => `[${Array.from(data, shortDecimal).join(', ')}]`;

function pytorch(params: Params): string {
  const { weights, x, epsilon, beside, bias, normEpsilon } = params;
  const watched = watchedOf(params);
  const rectified = beside === 'relu-norm';
  const hidden = rectified
    ? `        h = torch.relu(h * weight + ${shortDecimal(bias)})`
    : '        h = h * weight';
  return `import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
w = torch.tensor(${listOf(weights.data)}).double().requires_grad_()
batch = torch.tensor(${listOf(x.data)}).double()
x = batch[${watched}]
epsilon = ${shortDecimal(epsilon)}

y = x * w.prod()
(gradient,) = torch.autograd.grad(y, w)
w = w.detach()
moved = w - epsilon * gradient
promised = -epsilon * (gradient**2).sum()
print(y, promised, x * moved.prod() - y)

# The chain when none of its layers has moved, the first one, the first two ... all.
layers = len(w)
states = [torch.cat([moved[:done], w[done:]]) for done in range(layers + 1)]
nodes = torch.stack([torch.cat([x[None], x * s.cumprod(0)]) for s in states])

# The change by order: the product of x and all (w - epsilon g t), in powers of t.
orders = x[None]
for weight, slope in zip(w, gradient):
    orders = F.pad(orders, (0, 1)) * weight - F.pad(orders, (1, 0)) * epsilon * slope
print(orders)
${
  beside === 'none'
    ? ''
    : `
# The same step, with a batch normalization before the last layer.
def below(weights):
    h = batch
    for weight in weights[:-1]:
${hidden}
    return h

def normalize(h):
    return (h - h.mean()) / torch.sqrt(h.var(unbiased=False) + ${normEpsilon})

w.requires_grad_()
(normGradient,) = torch.autograd.grad(w[-1] * normalize(below(w))[${watched}], w)
hidden = torch.stack([below(s) for s in states], dim=1)
normalized = torch.stack([normalize(below(s)) for s in states], dim=1)
normOutputs = torch.stack([s[-1] for s in states]) * normalized[${watched}]
print(normGradient)
print(normOutputs)
`
}`;
}

function numpy(params: Params): string {
  const { weights, x, epsilon, beside, bias, normEpsilon } = params;
  const watched = watchedOf(params);
  const hidden =
    beside === 'relu-norm'
      ? `        h = np.maximum(h * weight + ${shortDecimal(bias)}, 0)`
      : '        h = h * weight';
  return `import numpy as np

w = np.array(${listOf(weights.data)}, dtype=float)
batch = np.array(${listOf(x.data)}, dtype=float)
x = batch[${watched}]
epsilon = ${shortDecimal(epsilon)}

product = x * np.array([np.delete(w, layer).prod() for layer in range(len(w))])
moved = w - epsilon * product
print(x * w.prod(), -epsilon * product @ product, x * moved.prod() - x * w.prod())

# The chain when none of its layers has moved, the first one, the first two ... all.
layers = len(w)
states = [np.concatenate([moved[:done], w[done:]]) for done in range(layers + 1)]
nodes = np.stack([x * np.cumprod(np.concatenate([[1], s])) for s in states])

# The change by order: the product of x and all (w - epsilon g t), in powers of t.
orders = np.array([x])
for weight, slope in zip(w, product):
    orders = np.polynomial.polynomial.polymul(orders, [weight, -epsilon * slope])
orders = np.pad(orders, (0, layers + 1 - len(orders)))
print(orders)
${
  beside === 'none'
    ? ''
    : `
# The same step, with a batch normalization before the last layer.
def below(weights):
    h = batch
    for weight in weights[:-1]:
${hidden}
    return h

def normalize(h):
    return (h - h.mean()) / np.sqrt(h.var() + ${normEpsilon})

hidden = np.stack([below(s) for s in states], axis=1)
normalized = np.stack([normalize(below(s)) for s in states], axis=1)
normOutputs = np.array([s[-1] for s in states]) * normalized[${watched}]
print(normOutputs)
`
}`;
}

function tfjs(params: Params): string {
  const { weights, x, epsilon, beside, bias, normEpsilon } = params;
  const watched = watchedOf(params);
  const hidden =
    beside === 'relu-norm' ? `tf.relu(h.mul(weight).add(${shortDecimal(bias)}))` : 'h.mul(weight)';
  return `import * as tf from '@tensorflow/tfjs';

// float32 has seven digits: of a small change of a large output, the last ones are lost.
const w = tf.tensor1d(${listOf(weights.data)});
const batch = tf.tensor1d(${listOf(x.data)});
const x = batch.slice(${watched}, 1);

const outputOf = (weights) => tf.split(weights, weights.size).reduce((h, weight) => h.mul(weight), x);
const gradient = tf.grad((weights) => outputOf(weights).asScalar())(w);
const moved = w.sub(gradient.mul(${shortDecimal(epsilon)}));
outputOf(w).print();
outputOf(moved).print();

// The chain when none of its layers has moved, the first one, the first two ... all.
const states = Array.from({ length: w.size + 1 }, (_, done) =>
  tf.concat([moved.slice(0, done), w.slice(done)]),
);
const nodes = tf.stack(states.map((s) => tf.cumprod(tf.concat([x, s]))));
nodes.print();
${
  beside === 'none'
    ? ''
    : `
// The same step, with a batch normalization before the last layer.
const below = (weights) =>
  tf.split(weights, weights.size).slice(0, -1).reduce((h, weight) => ${hidden}, batch);
const normalize = (h) => {
  const { mean, variance } = tf.moments(h);
  return h.sub(mean).div(variance.add(${normEpsilon}).sqrt());
};
const watched = (weights) => normalize(below(weights)).mul(weights.slice(weights.size - 1)).slice(${watched}, 1);

const normGradient = tf.grad((weights) => watched(weights).asScalar())(w);
const hidden = tf.stack(states.map(below), 1);
const normalized = tf.stack(states.map((s) => normalize(below(s))), 1);
const normOutputs = tf.concat(states.map(watched));
normGradient.print();
normOutputs.print();
`
}`;
}

export const code: CodeOf<Params> = { pytorch, numpy, tfjs };
