import { rowsText } from '#kit/code-text.ts';
import type { CodeOf } from '#kit/define-widget.ts';
import { shortDecimal } from '#kit/tensor-text.ts';
import type { Params } from './params.ts';

// Results are named as compute names them, so that the checks can compare them.

function pytorch({ values, gamma, epsilon }: Params): string {
  return `import torch
import torch.nn.functional as F

values = torch.tensor(${rowsText(values, '    ')}).double()
x, g = values  # g is the gradient that reaches y
m, gamma, epsilon = len(x), ${shortDecimal(gamma)}, ${epsilon}

x.requires_grad_()
weight = torch.tensor([gamma]).double()

# As many examples as there are values, of one channel.
def batch_norm(x):
    column = x.reshape(-1, 1)
    return F.batch_norm(column, None, None, weight, training=True, eps=epsilon).flatten()

y = batch_norm(x)
y.backward(g)
automatic = torch.autograd.functional.jacobian(batch_norm, x)

with torch.no_grad():
    mean, variance = x.mean(), x.var(unbiased=False)
    normalized = (x - mean) / torch.sqrt(variance + epsilon)
    common = g.mean().expand(m)
    along = normalized * (g * normalized).mean()
    rest = g - common - along
    factor = gamma / torch.sqrt(variance + epsilon)
    print(x.grad, factor * rest)

    one = torch.ones(m, m).double() / m
    outer = torch.outer(normalized, normalized) / m
    left = torch.eye(m).double() - one - outer
    print(automatic - factor * left)
    eigenvalues = torch.stack([torch.linalg.eigvalsh(one + outer), torch.linalg.eigvalsh(left)])
    print(eigenvalues)

    statistics = torch.stack([mean, variance])
    forward = torch.stack([normalized, y])
    parts = torch.stack([common, along, rest])
    gradients = torch.stack([g, x.grad, factor * rest])
    matrices = torch.stack([one, outer, automatic, factor * left])
`;
}

function numpy({ values, gamma, epsilon }: Params): string {
  return `import numpy as np

x, g = np.array(${rowsText(values, '    ')}, dtype=float)  # g is the gradient that reaches y
m, gamma, epsilon = len(x), ${shortDecimal(gamma)}, ${epsilon}

mean, variance = x.mean(), x.var()
deviation = np.sqrt(variance + epsilon)
normalized = (x - mean) / deviation
y = gamma * normalized

common = np.full(m, g.mean())
along = normalized * (g * normalized).mean()
rest = g - common - along
by_formula = gamma / deviation * rest

# The same by the chain rule, from the loss back to x.
d_normalized = gamma * g
d_variance = (d_normalized * (x - mean)).sum() * -0.5 / deviation**3
d_mean = -d_normalized.sum() / deviation
by_chain = d_normalized / deviation + d_variance * 2 * (x - mean) / m + d_mean / m
print(by_chain, by_formula)

one, outer = np.ones((m, m)) / m, np.outer(normalized, normalized) / m
left = np.eye(m) - one - outer
eigenvalues = np.stack([np.linalg.eigvalsh(one + outer), np.linalg.eigvalsh(left)])
print(eigenvalues)

statistics = np.stack([mean, variance])
forward = np.stack([normalized, y])
parts = np.stack([common, along, rest])
gradients = np.stack([g, by_chain, by_formula])
`;
}

function tfjs({ values, gamma, epsilon }: Params): string {
  return `import * as tf from '@tensorflow/tfjs';

const [x, g] = tf.unstack(tf.tensor2d(${rowsText(values, '  ')}));
const m = x.size; // g is the gradient that reaches y

const normalize = (x) => {
  const { mean, variance } = tf.moments(x);
  return x.sub(mean).div(variance.add(${epsilon}).sqrt());
};
const loss = (x) => normalize(x).mul(${shortDecimal(gamma)}).mul(g).sum();
const automatic = tf.grad(loss)(x);

const { mean, variance } = tf.moments(x);
const normalized = normalize(x);
const common = tf.fill([m], g.mean().dataSync()[0]);
const along = normalized.mul(g.mul(normalized).mean());
const rest = g.sub(common).sub(along);
const byFormula = rest.mul(${shortDecimal(gamma)}).div(variance.add(${epsilon}).sqrt());

const statistics = tf.stack([mean, variance]);
const forward = tf.stack([normalized, normalized.mul(${shortDecimal(gamma)})]);
const parts = tf.stack([common, along, rest]);
const gradients = tf.stack([g, automatic, byFormula]);
gradients.print();
`;
}

export const code: CodeOf<Params> = { pytorch, numpy, tfjs };
