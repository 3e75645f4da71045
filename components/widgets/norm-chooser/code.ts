import { randomInJavaScript, randomInPython } from '#kit/code-random.ts';
import type { CodeOf } from '#kit/define-widget.ts';
import { isPerPlace } from './norms.ts';
import type { Params } from './params.ts';

// Results are named as compute names them, so that the checks can compare them.

const shapeOf = ({ batch, channels, side }: Params): string =>
  `${batch}, ${channels}, ${side}, ${side}`;

const layerAxes = ({ architecture }: Params): string =>
  isPerPlace(architecture) ? '1' : '1, 2, 3';

const isRefused = ({ batch, side }: Params): boolean => batch === 1 && side === '1';

/** The rows of the figure's table, as Python; `array` makes a row. */
function table(params: Params, mean: (axes: string) => string, array: string): string {
  const axes = layerAxes(params);
  const square = mean(axes).replace('x.mean', '(x ** 2).mean');
  return `no_statistics = ${array}([])
statistics = [
    ${isRefused(params) ? 'no_statistics' : mean('0, 2, 3')},  # batch
    ${mean(axes)},  # layer
    ${square} - 1,  # RMS
    ${mean('2, 3')},  # instance
    x.reshape(len(x), ${params.groups}, -1).mean(2).reshape(-1),  # group
    no_statistics,  # none
]
counts = ${array}([len(s) for s in statistics])
values = ${array}([x_size // len(s) if len(s) else 0 for s in statistics])
scatter = ${array}([float((s ** 2).mean() ** 0.5) if len(s) else 0 for s in statistics])
print(counts, values, scatter)
`;
}

function pytorch(params: Params): string {
  return `import math

import torch

${randomInPython}

random = generator(${params.seed})
shape = (${shapeOf(params)})
x_size = math.prod(shape)
x = torch.tensor([normal(random) for _ in range(x_size)]).reshape(shape)

${table(params, (axes) => `x.mean((${axes}${axes === '1' ? ',' : ''})).reshape(-1)`, 'torch.tensor')}`;
}

function numpy(params: Params): string {
  return `import math

import numpy as np

${randomInPython}

random = generator(${params.seed})
shape = (${shapeOf(params)})
x_size = math.prod(shape)
x = np.array([normal(random) for _ in range(x_size)]).reshape(shape)

${table(params, (axes) => `x.mean((${axes}${axes === '1' ? ',' : ''})).reshape(-1)`, 'np.array')}`;
}

function tfjs(params: Params): string {
  const axes = layerAxes(params);
  return `import * as tf from '@tensorflow/tfjs';

${randomInJavaScript}
const random = generator(${params.seed});
const shape = [${shapeOf(params)}];
const size = shape.reduce((product, length) => product * length);
const x = tf.tensor(Array.from({ length: size }, () => normal(random)), shape);

const statistics = [
  ${isRefused(params) ? 'null' : 'x.mean([0, 2, 3])'}, // batch
  x.mean([${axes}]), // layer
  x.square().mean([${axes}]).sub(1), // RMS
  x.mean([2, 3]), // instance
  x.reshape([shape[0], ${params.groups}, -1]).mean([2]), // group
  null, // none
];
const counts = tf.tensor1d(statistics.map((s) => (s ? s.size : 0)));
const values = tf.tensor1d(statistics.map((s) => (s ? size / s.size : 0)));
const scatter = tf.tensor1d(
  statistics.map((s) => (s ? Math.sqrt(s.square().mean().dataSync()[0]) : 0)),
);
counts.print();
values.print();
scatter.print();
`;
}

export const code: CodeOf<Params> = { pytorch, numpy, tfjs };
