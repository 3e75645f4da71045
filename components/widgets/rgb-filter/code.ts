import { rowsText } from '#kit/code-text.ts';
import type { CodeOf } from '#kit/define-widget.ts';
import { shortDecimal } from '#kit/tensor-text.ts';
import type { Params } from './params.ts';

// Results are named as compute names them, so that the checks can compare them.

function pytorch({ image, kernel, bias, stride, padding }: Params): string {
  return `import torch
import torch.nn.functional as F

image = torch.tensor(${rowsText(image, '    ')}).float()
kernel = torch.tensor(${rowsText(kernel, '    ')}).float()
bias = torch.tensor([${shortDecimal(bias)}]).float()

# Each channel with its own slice, and the whole filter at once.
partial = F.conv2d(image[None], kernel[:, None], stride=${stride}, padding=${padding}, groups=3)[0]
output = F.conv2d(image[None], kernel[None], bias, stride=${stride}, padding=${padding})[0, 0]
print(partial)
print(output)
print((partial.sum(0) + bias - output).abs().max())
`;
}

function numpy({ image, kernel, bias, stride, padding }: Params): string {
  return `import numpy as np

image = np.array(${rowsText(image, '    ')})
kernel = np.array(${rowsText(kernel, '    ')})
bias, stride = ${shortDecimal(bias)}, ${stride}

x = np.pad(image, [(0, 0), (${padding}, ${padding}), (${padding}, ${padding})])
height, width = kernel.shape[1:]
rows = (x.shape[1] - height) // stride + 1
columns = (x.shape[2] - width) // stride + 1
partial = np.zeros((3, rows, columns))
output = np.zeros((rows, columns))
for i in range(rows):
    for j in range(columns):
        top, left = i * stride, j * stride
        products = x[:, top:top + height, left:left + width] * kernel
        partial[:, i, j] = products.sum(axis=(1, 2))
        output[i, j] = products.sum() + bias
print(partial)
print(output)
print(np.abs(partial.sum(axis=0) + bias - output).max())
`;
}

/** TensorFlow.js wants channels last, in the image and in the filter. */
function tfjs({ image, kernel, bias, stride, padding }: Params): string {
  const edges = `[[0, 0], [${padding}, ${padding}], [${padding}, ${padding}]]`;
  return `import * as tf from '@tensorflow/tfjs';

const image = tf.tensor3d(${rowsText(image, '  ')});
const kernel = tf.tensor3d(${rowsText(kernel, '  ')});
const bias = ${shortDecimal(bias)};

const x = tf.transpose(tf.pad(image, ${edges}), [1, 2, 0]);
const weight = tf.expandDims(tf.transpose(kernel, [1, 2, 0]), 3);
const partial = tf.transpose(tf.depthwiseConv2d(x, weight, ${stride}, 'valid'), [2, 0, 1]);
const output = tf.add(tf.squeeze(tf.conv2d(x, weight, ${stride}, 'valid'), [2]), bias);
partial.print();
output.print();
tf.max(tf.abs(tf.sub(tf.add(tf.sum(partial, 0), bias), output))).print();
`;
}

export const code: CodeOf<Params> = { pytorch, numpy, tfjs };
