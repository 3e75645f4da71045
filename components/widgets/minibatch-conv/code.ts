import { numpyActivations, pytorchActivations, tfjsActivations } from '#kit/code-activations.ts';
import { rowsText } from '#kit/code-text.ts';
import type { CodeOf } from '#kit/define-widget.ts';
import { secondWeights } from './data.ts';
import type { Params } from './params.ts';

// Results are named as compute names them, so that the checks can compare them.

const isChanged = ({ images, changed }: Params): boolean =>
  changed >= 0 && changed < images.shape[0];

function pytorch(params: Params): string {
  const { images, weight, activation, second, changed } = params;
  const active = pytorchActivations[activation];
  const lines = [
    `import torch
import torch.nn.functional as F

images = torch.tensor(${rowsText(images, '    ')}).float()
weight = torch.tensor(${rowsText(weight, '    ')}).float()

output = ${active('F.conv2d(images, weight)')}
print(output.shape, output)
`,
  ];
  if (second > 0) {
    lines.push(`weight2 = torch.tensor(${rowsText(secondWeights(params, weight.shape[0]), '    ')})
second = ${active('F.conv2d(output, weight2)')}
print(second.shape, second)
`);
  }
  if (isChanged(params)) {
    lines.push(`others = images.clone()
others[${changed}] = 1 - others[${changed}]
moved = (${active('F.conv2d(others, weight)')} - output).abs().amax(dim=(1, 2, 3))
print(moved)
`);
  }
  return lines.join('\n');
}

function numpy(params: Params): string {
  const { images, weight, activation, second, changed } = params;
  const active = numpyActivations[activation];
  const lines = [
    `import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def conv2d(x, w):
    windows = sliding_window_view(x, w.shape[2:], axis=(2, 3))
    return np.einsum('nchwij,fcij->nfhw', windows, w)

images = np.array(${rowsText(images, '    ')}, dtype=float)
weight = np.array(${rowsText(weight, '    ')}, dtype=float)

output = ${active('conv2d(images, weight)')}
print(output.shape, output)
`,
  ];
  if (second > 0) {
    lines.push(`weight2 = np.array(${rowsText(secondWeights(params, weight.shape[0]), '    ')})
second = ${active('conv2d(output, weight2)')}
print(second.shape, second)
`);
  }
  if (isChanged(params)) {
    lines.push(`others = images.copy()
others[${changed}] = 1 - others[${changed}]
moved = np.abs(${active('conv2d(others, weight)')} - output).max(axis=(1, 2, 3))
print(moved)
`);
  }
  return lines.join('\n');
}

function tfjs(params: Params): string {
  const { images, weight, activation, second, changed } = params;
  const active = tfjsActivations[activation];
  const lines = [
    `import * as tf from '@tensorflow/tfjs';

// TensorFlow.js keeps channels last.
const conv2d = (x, w) =>
  tf.conv2d(x.transpose([0, 2, 3, 1]), w.transpose([2, 3, 1, 0]), 1, 'valid').transpose([0, 3, 1, 2]);

const images = tf.tensor4d(${rowsText(images, '  ')});
const weight = tf.tensor4d(${rowsText(weight, '  ')});

const output = ${active('conv2d(images, weight)')};
output.print();
`,
  ];
  if (second > 0) {
    lines.push(`const weight2 = tf.tensor4d(${rowsText(secondWeights(params, weight.shape[0]), '  ')});
const second = ${active('conv2d(output, weight2)')};
second.print();
`);
  }
  if (isChanged(params)) {
    lines.push(`const others = tf.stack(images.unstack().map((x, n) => (n === ${changed} ? tf.sub(1, x) : x)));
const moved = tf.max(tf.abs(tf.sub(${active('conv2d(others, weight)')}, output)), [1, 2, 3]);
moved.print();
`);
  }
  return lines.join('\n');
}

export const code: CodeOf<Params> = { pytorch, numpy, tfjs };
