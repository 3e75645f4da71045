import { numpyActivations, pytorchActivations, tfjsActivations } from '#kit/code-activations.ts';
import { rowsText } from '#kit/code-text.ts';
import type { CodeOf } from '#kit/define-widget.ts';
import { shortDecimal } from '#kit/tensor-text.ts';
import type { Params } from './params.ts';

/** ` + bias`, or nothing for none. */
function plus(bias: number): string {
  return bias === 0 ? '' : ` + ${shortDecimal(bias)}`;
}

function pytorch({ image, kernel, bias, stride, padding, dilation, ...params }: Params): string {
  const { paddingMode, paddingValue } = params;
  const mode =
    paddingMode === 'constant'
      ? `, value=${shortDecimal(paddingValue)}`
      : `, mode='${paddingMode}'`;
  return `import torch
import torch.nn.functional as F

image = torch.tensor(${rowsText(image, '    ')})
kernel = torch.tensor(${rowsText(kernel, '    ')})

x = F.pad(image[None, None].float(), [${padding}] * 4${mode})
linear = F.conv2d(x, kernel[None, None].float(), stride=${stride}, dilation=${dilation})[0, 0]${plus(bias)}
activated = ${pytorchActivations[params.activation]('linear')}
print(linear)
print(activated)
`;
}

const numpyModes = { reflect: 'reflect', replicate: 'edge' } as const;

function numpy({ image, kernel, bias, stride, padding, dilation, ...params }: Params): string {
  const activated = numpyActivations[params.activation]('linear');
  const { paddingMode, paddingValue } = params;
  const numpyMode =
    paddingMode === 'constant'
      ? `constant_values=${shortDecimal(paddingValue)}`
      : `mode='${numpyModes[paddingMode]}'`;
  return `${activated.includes('math.') ? 'import math\n\n' : ''}import numpy as np

image = np.array(${rowsText(image, '    ')})
kernel = np.array(${rowsText(kernel, '    ')})
stride, dilation = ${stride}, ${dilation}

x = np.pad(image, ${padding}, ${numpyMode})
spans = [dilation * (k - 1) + 1 for k in kernel.shape]
rows, columns = [(n - span) // stride + 1 for n, span in zip(x.shape, spans)]
linear = np.zeros((rows, columns))
for i in range(rows):
    for j in range(columns):
        top, left = i * stride, j * stride
        window = x[top:top + spans[0]:dilation, left:left + spans[1]:dilation]
        linear[i, j] = (window * kernel).sum()${plus(bias)}
activated = ${activated}
print(linear)
print(activated)
`;
}

/** TensorFlow.js convolves with a stride or with a dilation, not with both; zeros between the weights dilate as well. */
function tfjs({ image, kernel, bias, stride, padding, dilation, ...params }: Params): string {
  return `import * as tf from '@tensorflow/tfjs';

const image = tf.tensor2d(${rowsText(image, '  ')});
const kernel = tf.tensor2d(${rowsText(kernel, '  ')});

const x = ${tfjsPadding({ image, padding, ...params })};
const weight = ${tfjsKernel(dilation, kernel.shape)};
const y = tf.conv2d(tf.expandDims(x, 2), tf.expandDims(tf.expandDims(weight, 2), 3), ${stride}, 'valid');
const linear = ${bias === 0 ? 'tf.squeeze(y, [2])' : `tf.add(tf.squeeze(y, [2]), ${shortDecimal(bias)})`};
const activated = ${tfjsActivations[params.activation]('linear')};
linear.print();
activated.print();
`;
}

type PaddingParams = Pick<Params, 'image' | 'padding' | 'paddingMode' | 'paddingValue'>;

function tfjsPadding({ image, padding, paddingMode, paddingValue }: PaddingParams): string {
  const [rows, columns] = image.shape;
  const edges = `[[${padding}, ${padding}], [${padding}, ${padding}]]`;
  if (padding === 0) return 'image';
  if (paddingMode === 'constant') return `tf.pad(image, ${edges}, ${shortDecimal(paddingValue)})`;
  if (paddingMode === 'reflect') return `tf.mirrorPad(image, ${edges}, 'reflect')`;
  const positions = (size: number): string =>
    JSON.stringify(
      Array.from({ length: size + 2 * padding }, (_, index) =>
        Math.min(Math.max(index - padding, 0), size - 1),
      ),
    );
  return `tf.gather(tf.gather(image, ${positions(rows)}, 0), ${positions(columns)}, 1)`;
}

function tfjsKernel(dilation: number, [rows, columns]: readonly number[]): string {
  if (dilation === 1) return 'kernel';
  const spread = [rows, columns].map((size) => size * dilation);
  const span = [rows, columns].map((size) => (size - 1) * dilation + 1);
  const gap = dilation - 1;
  return `tf.slice(tf.reshape(tf.pad(tf.reshape(kernel, [${rows}, 1, ${columns}, 1]), [[0, 0], [0, ${gap}], [0, 0], [0, ${gap}]]), [${spread.join(', ')}]), [0, 0], [${span.join(', ')}])`;
}

export const code: CodeOf<Params> = { pytorch, numpy, tfjs };
