import { rowsText } from '#kit/code-text.ts';
import type { CodeOf } from '#kit/define-widget.ts';
import { shortDecimal } from '#kit/tensor-text.ts';
import type { Params } from './params.ts';

// Results are named as compute names them, so that the checks can compare them.

function pytorch({ weights, gradients, lambda, epsilon, unit, limit, rate }: Params): string {
  return `import torch

W = torch.tensor(${rowsText(weights, '    ')}).double()
G = torch.tensor(${rowsText(gradients, '    ')}).double()
lambda_, epsilon, limit, rate = ${shortDecimal(lambda)}, ${epsilon}, ${shortDecimal(limit)}, ${shortDecimal(rate)}

# One length for each row; of a convolution's weight, for each filter, over all but its first axis.
def row_norm(x):
    return x.flatten(1).norm(dim=1, keepdim=True)

# A bias or a gain is one unit as a whole.
def whole_norm(x):
    return x.norm().reshape(1, 1)

def adaptive_factor(norm):
    most = lambda_ * norm(W).clamp(min=epsilon)
    length = norm(G)
    return torch.where(length > most, most / length.clamp(min=1e-6), torch.ones_like(length))

factor = adaptive_factor(${unit === 'row' ? 'row_norm' : 'whole_norm'})
adaptive = factor * G

# All gradients of a network together; here there is one parameter.
together = G.clone()
total = G.norm()
shrink = (limit / total).clamp(max=1)
together *= shrink
print(adaptive, together)

# Relative steps of plain gradient descent, unit by unit.
print(rate * row_norm(adaptive) / row_norm(W).clamp(min=epsilon))

norms = torch.stack([row_norm(W).flatten(), row_norm(G).flatten()])
wholeNorms = torch.stack([W.norm(), total])
factors = torch.stack([factor.flatten().expand(len(W)), shrink.expand(len(W))])
`;
}

function numpy({ weights, gradients, lambda, epsilon, unit, limit, rate }: Params): string {
  return `import numpy as np

W = np.array(${rowsText(weights, '    ')})
G = np.array(${rowsText(gradients, '    ')})
lambda_, epsilon, limit, rate = ${shortDecimal(lambda)}, ${epsilon}, ${shortDecimal(limit)}, ${shortDecimal(rate)}

# One length for each row; of a convolution's weight, for each filter, over all but its first axis.
def row_norm(x):
    return np.linalg.norm(x.reshape(len(x), -1), axis=1, keepdims=True)

# A bias or a gain is one unit as a whole.
def whole_norm(x):
    return np.linalg.norm(x).reshape(1, 1)

def adaptive_factor(norm):
    most = lambda_ * np.maximum(norm(W), epsilon)
    length = norm(G)
    return np.where(length > most, most / np.maximum(length, 1e-6), 1.0)

factor = adaptive_factor(${unit === 'row' ? 'row_norm' : 'whole_norm'})
adaptive = factor * G

# All gradients of a network together; here there is one parameter.
total = np.linalg.norm(G)
shrink = min(1.0, limit / max(total, 1e-6))
together = shrink * G
print(adaptive, together)

# Relative steps of plain gradient descent, unit by unit.
with np.errstate(divide='ignore', invalid='ignore'):
    print(rate * row_norm(adaptive) / np.maximum(row_norm(W), epsilon))

norms = np.stack([row_norm(W).ravel(), row_norm(G).ravel()])
wholeNorms = np.array([np.linalg.norm(W), total])
factors = np.stack([np.broadcast_to(factor.ravel(), len(W)), np.full(len(W), shrink)])
`;
}

function tfjs({ weights, gradients, lambda, epsilon, unit, limit, rate }: Params): string {
  return `import * as tf from '@tensorflow/tfjs';

const W = tf.tensor2d(${rowsText(weights, '  ')});
const G = tf.tensor2d(${rowsText(gradients, '  ')});

// One length for each row; of a convolution's weight, for each filter, over all but its first axis.
const rowNorm = (x) => x.square().sum(1, true).sqrt();
// A bias or a gain is one unit as a whole.
const wholeNorm = (x) => x.square().sum().sqrt().reshape([1, 1]);

const adaptiveFactor = (norm) => {
  const most = norm(W).maximum(${epsilon}).mul(${shortDecimal(lambda)});
  const length = norm(G);
  return tf.where(length.greater(most), most.div(length.maximum(1e-6)), tf.onesLike(length));
};

const factor = adaptiveFactor(${unit === 'row' ? 'rowNorm' : 'wholeNorm'});
const adaptive = G.mul(factor);

// All gradients of a network together; here there is one parameter.
const total = wholeNorm(G);
const shrink = tf.minimum(1, tf.div(${shortDecimal(limit)}, total.maximum(1e-6)));
const together = G.mul(shrink);
adaptive.print();
together.print();

// Relative steps of plain gradient descent, unit by unit.
rowNorm(adaptive).mul(${shortDecimal(rate)}).div(rowNorm(W).maximum(${epsilon})).print();

const norms = tf.concat([rowNorm(W), rowNorm(G)], 1).transpose();
const wholeNorms = tf.concat([wholeNorm(W), total], 1).flatten();
const each = (x) => x.flatten().broadcastTo([W.shape[0]]);
const factors = tf.stack([each(factor), each(shrink)]);
`;
}

export const code: CodeOf<Params> = { pytorch, numpy, tfjs };
