import { rowsText } from '#kit/code-text.ts';
import type { CodeOf } from '#kit/define-widget.ts';
import type { ActivationName } from '#nd/activation-names.ts';
import { shortDecimal } from '#kit/tensor-text.ts';
import type { Params } from './params.ts';

/** ` + bias`, or nothing for none. */
function plus(bias: number): string {
  return bias === 0 ? '' : ` + ${shortDecimal(bias)}`;
}

const pytorchActivations: Readonly<Record<ActivationName, string>> = {
  identity: 'linear',
  relu: 'F.relu(linear)',
  leakyRelu: 'F.leaky_relu(linear, 0.01)',
  gelu: 'F.gelu(linear)',
  geluTanh: "F.gelu(linear, approximate='tanh')",
  silu: 'F.silu(linear)',
  sigmoid: 'torch.sigmoid(linear)',
  tanh: 'torch.tanh(linear)',
  elu: 'F.elu(linear)',
  softplus: 'F.softplus(linear)',
  hardSwish: 'F.hardswish(linear)',
};

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
activated = ${pytorchActivations[params.activation]}
print(linear)
print(activated)
`;
}

const numpyModes = { reflect: 'reflect', replicate: 'edge' } as const;

const numpyActivations: Readonly<Record<ActivationName, string>> = {
  identity: 'linear',
  relu: 'np.maximum(linear, 0)',
  leakyRelu: 'np.where(linear > 0, linear, 0.01 * linear)',
  gelu: 'linear * 0.5 * (1 + np.vectorize(math.erf)(linear / math.sqrt(2)))',
  geluTanh:
    'linear * 0.5 * (1 + np.tanh(math.sqrt(2 / math.pi) * (linear + 0.044715 * linear**3)))',
  silu: 'linear / (1 + np.exp(-linear))',
  sigmoid: '1 / (1 + np.exp(-linear))',
  tanh: 'np.tanh(linear)',
  elu: 'np.where(linear > 0, linear, np.expm1(np.minimum(linear, 0)))',
  softplus: 'np.logaddexp(linear, 0)',
  hardSwish: 'linear * np.clip(linear + 3, 0, 6) / 6',
};

function numpy({ image, kernel, bias, stride, padding, dilation, ...params }: Params): string {
  const activated = numpyActivations[params.activation];
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

const tfjsActivations: Readonly<Record<ActivationName, string>> = {
  identity: 'linear',
  relu: 'tf.relu(linear)',
  leakyRelu: 'tf.leakyRelu(linear, 0.01)',
  gelu: 'tf.mul(linear, tf.mul(0.5, tf.add(1, tf.erf(tf.mul(linear, Math.SQRT1_2)))))',
  geluTanh:
    'tf.mul(linear, tf.mul(0.5, tf.add(1, tf.tanh(tf.mul(Math.sqrt(2 / Math.PI), tf.add(linear, tf.mul(0.044715, tf.pow(linear, 3))))))))',
  silu: 'tf.mul(linear, tf.sigmoid(linear))',
  sigmoid: 'tf.sigmoid(linear)',
  tanh: 'tf.tanh(linear)',
  elu: 'tf.elu(linear)',
  softplus: 'tf.softplus(linear)',
  hardSwish: 'tf.mul(linear, tf.div(tf.relu6(tf.add(linear, 3)), 6))',
};

/** TensorFlow.js convolves with a stride or with a dilation, not with both; zeros between the weights dilate as well. */
function tfjs({ image, kernel, bias, stride, padding, dilation, ...params }: Params): string {
  return `import * as tf from '@tensorflow/tfjs';

const image = tf.tensor2d(${rowsText(image, '  ')});
const kernel = tf.tensor2d(${rowsText(kernel, '  ')});

const x = ${tfjsPadding({ image, padding, ...params })};
const weight = ${tfjsKernel(dilation, kernel.shape)};
const y = tf.conv2d(tf.expandDims(x, 2), tf.expandDims(tf.expandDims(weight, 2), 3), ${stride}, 'valid');
const linear = ${bias === 0 ? 'tf.squeeze(y, [2])' : `tf.add(tf.squeeze(y, [2]), ${shortDecimal(bias)})`};
const activated = ${tfjsActivations[params.activation]};
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
