import { rowsText } from '#kit/code-text.ts';
import type { CodeOf } from '#kit/define-widget.ts';
import { shortDecimal } from '#kit/tensor-text.ts';
import type { NdArray } from '#nd/nd-array.ts';
import { forChannels } from '#nd/sample-tensor.ts';
import type { Params } from './params.ts';

// Results are named as compute names them, so that the checks can compare them.

function affineOf({ x, gamma, beta }: Params) {
  const list = ({ data }: NdArray): string => `[${Array.from(data, shortDecimal).join(', ')}]`;
  return {
    gamma: list(forChannels(gamma, x.shape[1], 1)),
    beta: list(forChannels(beta, x.shape[1], 0)),
  };
}

function pytorch(params: Params): string {
  const { gamma, beta } = affineOf(params);
  return `import torch
import torch.nn.functional as F

x = torch.tensor(${rowsText(params.x, '    ')}).float()
gamma = torch.tensor(${gamma}).float()
beta = torch.tensor(${beta}).float()

mean = x.mean(dim=(0, 2, 3))  # one a channel, over images, rows and columns
variance = x.var(dim=(0, 2, 3), unbiased=False)
normalized = F.batch_norm(x, None, None, training=True, eps=${params.epsilon})
y = F.batch_norm(x, None, None, gamma, beta, training=True, eps=${params.epsilon})
print(mean, variance)
print(y)
`;
}

function numpy(params: Params): string {
  const { gamma, beta } = affineOf(params);
  return `import numpy as np

x = np.array(${rowsText(params.x, '    ')}, dtype=float)
gamma = np.array(${gamma}, dtype=float)
beta = np.array(${beta}, dtype=float)

def per_channel(values):
    return values[:, None, None]

mean = x.mean(axis=(0, 2, 3))  # one a channel, over images, rows and columns
variance = ((x - per_channel(mean)) ** 2).mean(axis=(0, 2, 3))
normalized = (x - per_channel(mean)) / np.sqrt(per_channel(variance) + ${params.epsilon})
y = per_channel(gamma) * normalized + per_channel(beta)
print(mean, variance)
print(y)
`;
}

function tfjs(params: Params): string {
  const { gamma, beta } = affineOf(params);
  return `import * as tf from '@tensorflow/tfjs';

const x = tf.tensor4d(${rowsText(params.x, '  ')});
const gamma = tf.tensor1d(${gamma});
const beta = tf.tensor1d(${beta});
const perChannel = (values) => tf.reshape(values, [-1, 1, 1]);

const { mean, variance } = tf.moments(x, [0, 2, 3]); // one a channel, over images, rows and columns
const deviation = tf.sqrt(tf.add(perChannel(variance), ${params.epsilon}));
const normalized = tf.div(tf.sub(x, perChannel(mean)), deviation);
const y = tf.add(tf.mul(perChannel(gamma), normalized), perChannel(beta));
mean.print();
variance.print();
y.print();
`;
}

export const code: CodeOf<Params> = { pytorch, numpy, tfjs };
