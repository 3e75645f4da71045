import { rowsText } from '#kit/code-text.ts';
import type { CodeOf } from '#kit/define-widget.ts';
import type { Params } from './params.ts';

// Results are named as compute names them, so that the checks can compare them.

function pytorch({ x, epsilon }: Params): string {
  return `import torch
import torch.nn.functional as F

x = torch.tensor(${rowsText(x, '    ')}).float()

batch = F.batch_norm(x, None, None, training=True, eps=${epsilon})
instance = F.instance_norm(x, eps=${epsilon})  # no affine, no running statistics
centred = torch.stack([x - x.mean(), x - x.mean(dim=(2, 3), keepdim=True)])

versions = torch.stack([x, *centred, batch, instance])
mean = versions.mean(dim=(2, 3, 4))
variance = versions.var(dim=(2, 3, 4), unbiased=False)
shared = torch.stack([x.mean(), x.var(unbiased=False)])

outputs = versions[3:]
differences = (outputs.amax(dim=1) - outputs.amin(dim=1)).amax(dim=(1, 2, 3))
print(mean, variance, shared, differences)
`;
}

function numpy({ x, epsilon }: Params): string {
  return `import numpy as np

x = np.array(${rowsText(x, '    ')}, dtype=float)

def standardize(x, axes):
    mean = x.mean(axis=axes, keepdims=True)
    variance = x.var(axis=axes, keepdims=True)
    return (x - mean) / np.sqrt(variance + ${epsilon})

batch = standardize(x, (0, 2, 3))
instance = standardize(x, (2, 3))
centred = np.stack([x - x.mean(), x - x.mean(axis=(2, 3), keepdims=True)])

versions = np.stack([x, *centred, batch, instance])
mean = versions.mean(axis=(2, 3, 4))
variance = versions.var(axis=(2, 3, 4))
shared = np.array([x.mean(), x.var()])

outputs = versions[3:]
differences = (outputs.max(axis=1) - outputs.min(axis=1)).max(axis=(1, 2, 3))
print(mean, variance, shared, differences)
`;
}

function tfjs({ x, epsilon }: Params): string {
  return `import * as tf from '@tensorflow/tfjs';

const x = tf.tensor4d(${rowsText(x, '  ')});

function standardize(x, axes) {
  const { mean, variance } = tf.moments(x, axes, true);
  return x.sub(mean).div(variance.add(${epsilon}).sqrt());
}

const batch = standardize(x, [0, 2, 3]);
const instance = standardize(x, [2, 3]);
const centred = tf.stack([x.sub(x.mean()), x.sub(x.mean([2, 3], true))]);

const versions = tf.concat([tf.stack([x]), centred, tf.stack([batch, instance])]);
const { mean, variance } = tf.moments(versions, [2, 3, 4]);
const whole = tf.moments(x);
const shared = tf.stack([whole.mean, whole.variance]);

const outputs = tf.stack([batch, instance]);
const differences = outputs.max(1).sub(outputs.min(1)).max([1, 2, 3]);
mean.print();
variance.print();
differences.print();
`;
}

export const code: CodeOf<Params> = { pytorch, numpy, tfjs };
