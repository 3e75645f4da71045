import { rowsText } from '#kit/code-text.ts';
import type { CodeOf } from '#kit/define-widget.ts';
import { shortDecimal } from '#kit/tensor-text.ts';
import { FRAMES, rolesOf } from './data.ts';
import type { Params } from './params.ts';

// Results are named as compute names them, so that the checks can compare them.

const isTraining = ({ mode }: Params): boolean => mode === 'training';

function fadeInPython(params: Params, library: 'torch' | 'np'): string {
  const { changed } = rolesOf(params);
  const repeat = library === 'torch' ? `repeat(1, ${FRAMES}, 1, 1)` : `repeat(${FRAMES}, axis=1)`;
  return `# Every tenth of the change is a channel.
x = batch.${repeat}
${
  changed === undefined
    ? ''
    : `part = ${library}.arange(${FRAMES})[:, None, None] / ${FRAMES - 1}
x[${changed}] = (1 - part) * batch[${changed}] + part * replacement
`
}`;
}

function pytorch(params: Params): string {
  const { x, replacement, runningMean, runningVariance } = params;
  return `import torch
import torch.nn.functional as F

batch = torch.tensor(${rowsText(x, '    ')}).float()
replacement = torch.tensor(${rowsText(replacement, '    ')}).float()

${fadeInPython(params, 'torch')}
${
  isTraining(params)
    ? `y = F.batch_norm(x, None, None, training=True)
mean, variance = x.mean((0, 2, 3)), x.var((0, 2, 3), unbiased=False)`
    : `mean = torch.full((${FRAMES},), ${shortDecimal(runningMean)}).float()
variance = torch.full((${FRAMES},), ${shortDecimal(runningVariance)}).float()
y = F.batch_norm(x, mean, variance)`
}
statistics = torch.stack([mean, variance])
instance = F.instance_norm(x)
print(statistics)
print(y[${rolesOf(params).mine}, [0, -1]])
`;
}

function numpy(params: Params): string {
  const { x, replacement, runningMean, runningVariance } = params;
  return `import numpy as np

batch = np.array(${rowsText(x, '    ')}, dtype=float)
replacement = np.array(${rowsText(replacement, '    ')}, dtype=float)

${fadeInPython(params, 'np')}
${
  isTraining(params)
    ? 'mean, variance = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))'
    : `mean = np.full(${FRAMES}, ${shortDecimal(runningMean)})
variance = np.full(${FRAMES}, ${shortDecimal(runningVariance)})`
}
y = (x - mean[:, None, None]) / np.sqrt(variance[:, None, None] + 1e-5)
statistics = np.stack([mean, variance])

own = x.mean(axis=(2, 3), keepdims=True), x.var(axis=(2, 3), keepdims=True)
instance = (x - own[0]) / np.sqrt(own[1] + 1e-5)
print(statistics)
print(y[${rolesOf(params).mine}, [0, -1]])
`;
}

function tfjs(params: Params): string {
  const { x, replacement, runningMean, runningVariance } = params;
  const { mine, changed } = rolesOf(params);
  const faded = `part.mul(-1).add(1).mul(image).add(part.mul(replacement))`;
  return `import * as tf from '@tensorflow/tfjs';

const batch = tf.tensor4d(${rowsText(x, '  ')});
const replacement = tf.tensor2d(${rowsText(replacement, '  ')});

// Every tenth of the change is a channel.
const part = tf.range(0, ${FRAMES}).div(${FRAMES - 1}).reshape([${FRAMES}, 1, 1]);
const x = tf.stack(
  tf
    .unstack(batch)
    .map((image, n) => (n === ${changed ?? -1} ? ${faded} : image.tile([${FRAMES}, 1, 1]))),
);

const normalize = (x, { mean, variance }) => x.sub(mean).div(variance.add(1e-5).sqrt());
${
  isTraining(params)
    ? 'const moments = tf.moments(x, [0, 2, 3], true);'
    : `const moments = {
  mean: tf.fill([1, ${FRAMES}, 1, 1], ${shortDecimal(runningMean)}),
  variance: tf.fill([1, ${FRAMES}, 1, 1], ${shortDecimal(runningVariance)}),
};`
}
const y = normalize(x, moments);
const statistics = tf.stack([moments.mean.flatten(), moments.variance.flatten()]);
const instance = normalize(x, tf.moments(x, [2, 3], true));
statistics.print();
y.slice([${mine}], [1]).print();
`;
}

export const code: CodeOf<Params> = { pytorch, numpy, tfjs };
