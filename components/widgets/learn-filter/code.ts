import { rowsText } from '#kit/code-text.ts';
import type { CodeOf } from '#kit/define-widget.ts';
import { shortDecimal } from '#kit/tensor-text.ts';
import { drawData } from './data.ts';
import type { Params } from './params.ts';

function pytorch(params: Params): string {
  const { image, start, targetNoise } = drawData(params);
  const { hidden, noise, rate, steps } = params;
  return `import torch
import torch.nn.functional as F

image = torch.tensor(${rowsText(image, '    ')})
hidden = torch.tensor(${rowsText(hidden, '    ')}).float()
kernel = torch.tensor(${rowsText(start, '    ')})

x = image[None, None].float()
target = F.conv2d(x, hidden[None, None])[0, 0]
${noise > 0 ? `target = target + torch.tensor(${rowsText(targetNoise, '    ')})\n` : ''}
kernels, gradients, losses = [kernel], [], []
for step in range(${steps} + 1):
    kernel = kernel.detach().requires_grad_()
    loss = F.mse_loss(F.conv2d(x, kernel[None, None])[0, 0], target)
    (gradient,) = torch.autograd.grad(loss, kernel)
    losses.append(loss.detach())
    gradients.append(gradient)
    if step < ${steps}:
        kernel = kernel - ${shortDecimal(rate)} * gradient
        kernels.append(kernel.detach())

kernels, gradients, losses = map(torch.stack, (kernels, gradients, losses))
print(losses)
print(kernels[-1])
`;
}

function numpy(params: Params): string {
  const { image, start, targetNoise } = drawData(params);
  const { hidden, noise, rate, steps } = params;
  return `import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

image = np.array(${rowsText(image, '    ')})
hidden = np.array(${rowsText(hidden, '    ')})
kernel = np.array(${rowsText(start, '    ')})

windows = sliding_window_view(image, kernel.shape)
target = (windows * hidden).sum(axis=(2, 3))
${noise > 0 ? `target += np.array(${rowsText(targetNoise, '    ')})\n` : ''}
kernels, gradients, losses = [kernel], [], []
for step in range(${steps} + 1):
    error = (windows * kernel).sum(axis=(2, 3)) - target
    gradient = 2 * (error[:, :, None, None] * windows).mean(axis=(0, 1))
    losses.append((error**2).mean())
    gradients.append(gradient)
    if step < ${steps}:
        kernel = kernel - ${shortDecimal(rate)} * gradient
        kernels.append(kernel)

kernels, gradients, losses = map(np.array, (kernels, gradients, losses))
print(losses)
print(kernels[-1])
`;
}

function tfjs(params: Params): string {
  const { image, start, targetNoise } = drawData(params);
  const { hidden, noise, rate, steps } = params;
  return `import * as tf from '@tensorflow/tfjs';

const image = tf.tensor2d(${rowsText(image, '  ')});
const hidden = tf.tensor2d(${rowsText(hidden, '  ')});
let kernel = tf.tensor2d(${rowsText(start, '  ')});

const x = tf.expandDims(image, 2);
const filtered = (kernel) =>
  tf.squeeze(tf.conv2d(x, tf.expandDims(tf.expandDims(kernel, 2), 3), 1, 'valid'), [2]);
const target = ${noise > 0 ? `tf.add(filtered(hidden), tf.tensor2d(${rowsText(targetNoise, '  ')}))` : 'filtered(hidden)'};
const step = tf.valueAndGrad((kernel) => tf.mean(tf.squaredDifference(filtered(kernel), target)));

const run = { kernels: [kernel], gradients: [], losses: [] };
for (let count = 0; count <= ${steps}; count++) {
  const { value, grad } = step(kernel);
  run.losses.push(value);
  run.gradients.push(grad);
  if (count === ${steps}) break;
  kernel = tf.sub(kernel, tf.mul(grad, ${shortDecimal(rate)}));
  run.kernels.push(kernel);
}

const kernels = tf.stack(run.kernels);
const gradients = tf.stack(run.gradients);
const losses = tf.stack(run.losses);
losses.print();
kernel.print();
`;
}

export const code: CodeOf<Params> = { pytorch, numpy, tfjs };
