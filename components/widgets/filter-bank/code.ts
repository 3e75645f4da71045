import { numpyActivations, pytorchActivations, tfjsActivations } from '#kit/code-activations.ts';
import { rowsText } from '#kit/code-text.ts';
import type { CodeOf } from '#kit/define-widget.ts';
import { shortDecimal } from '#kit/tensor-text.ts';
import { biasesFor } from './biases.ts';
import type { Params } from './params.ts';

// Results are named as compute names them, so that the checks can compare them.

const biasText = ({ weight, bias }: Params): string =>
  `[${Array.from(biasesFor(weight.shape[0], bias).data, shortDecimal).join(', ')}]`;

function pytorch(params: Params): string {
  const { image, weight, groups, padding, activation } = params;
  const active = pytorchActivations[activation];
  return `import torch
import torch.nn.functional as F

image = torch.tensor(${rowsText(image, '    ')}).float()
weight = torch.tensor(${rowsText(weight, '    ')}).float()
bias = torch.tensor(${biasText(params)}).float()

output = ${active(`F.conv2d(image, weight, bias, padding=${padding}, groups=${groups})`)}
print(output.shape, output)
print(weight.numel() + bias.numel(), 'parameters')
`;
}

function numpy(params: Params): string {
  const { image, weight, groups, padding, activation } = params;
  const active = numpyActivations[activation];
  return `import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def conv2d(x, w, b, padding, groups):
    x = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    windows = sliding_window_view(x, w.shape[2:], axis=(1, 2))
    parts = zip(np.split(windows, groups), np.split(w, groups))
    y = [np.einsum('chwij,fcij->fhw', part, filters) for part, filters in parts]
    return np.concatenate(y) + b[:, None, None]

image = np.array(${rowsText(image, '    ')}, dtype=float)
weight = np.array(${rowsText(weight, '    ')}, dtype=float)
bias = np.array(${biasText(params)}, dtype=float)

output = ${active(`conv2d(image, weight, bias, padding=${padding}, groups=${groups})`)}
print(output.shape, output)
print(weight.size + bias.size, 'parameters')
`;
}

function tfjs(params: Params): string {
  const { image, weight, groups, padding, activation } = params;
  const active = tfjsActivations[activation];
  return `import * as tf from '@tensorflow/tfjs';

// TensorFlow.js keeps channels last, and its conv2d knows no groups: each group is a layer of its own.
const conv2d = (x, w, b, padding, groups) => {
  const edges = [padding, padding];
  const inputs = tf.split(tf.pad(x.transpose([1, 2, 0]), [edges, edges, [0, 0]]), groups, 2);
  const filters = tf.split(w.transpose([2, 3, 1, 0]), groups, 3);
  const parts = inputs.map((input, g) => tf.conv2d(input, filters[g], 1, 'valid'));
  return tf.add(tf.concat(parts, 2), b).transpose([2, 0, 1]);
};

const image = tf.tensor3d(${rowsText(image, '  ')});
const weight = tf.tensor4d(${rowsText(weight, '  ')});
const bias = tf.tensor1d(${biasText(params)});

const output = ${active(`conv2d(image, weight, bias, ${padding}, ${groups})`)};
output.print();
console.log(weight.size + bias.size, 'parameters');
`;
}

export const code: CodeOf<Params> = { pytorch, numpy, tfjs };
