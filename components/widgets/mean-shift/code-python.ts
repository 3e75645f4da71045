import { numpyActivations, pytorchActivations } from '#kit/code-activations.ts';
import { randomArraysInPython } from '#kit/code-random.ts';
import { seedsInPython } from '#kit/code-seeds.ts';
import { ownText, stepsOf } from './code-text.ts';
import { BATCH, EXAMPLES, type Order } from './data.ts';
import { lookedAt } from './looked.ts';
import type { Params } from './params.ts';

// Results are named as compute names them, so that the checks can compare them.

/** What both Python libraries say alike. */
function inPython(params: Params, library: 'torch' | 'np'): string {
  const { layers, order, path, seed, width, side } = params;
  const { layer, channel } = lookedAt(params);
  const activations = library === 'torch' ? pytorchActivations : numpyActivations;
  const keep = library === 'torch' ? 'keepdim' : 'keepdims';
  const axis = library === 'torch' ? 'dim' : 'axis';
  const variance = (of: string, over: number, kept = false): string =>
    library === 'torch'
      ? `${of}.var(${over}, unbiased=False${kept ? ', keepdim=True' : ''})`
      : `${of}.var(${over}${kept ? ', keepdims=True' : ''})`;
  const words = {
    act: (x: string) => `g(${x})`,
    norm: (x: string) => `batch_norm(${x})`,
    scaled: 'g(x / beta) / math.sqrt(spread)',
  };
  const isPlain = path === 'plain';
  const own = ownText(params);
  const passage = (kind: Order): string =>
    stepsOf(kind, words)
      .map((step) => `            x = ${step}\n            passed.append(x)\n`)
      .join('');
  return `${randomArraysInPython(library)}

${seedsInPython}

def g(x):
    return ${activations[params.activation]('x')}


# What g makes of a standard normal number, by Simpson's rule.
z = ${library}.linspace(-10, 10, 1281${library === 'torch' ? ', dtype=torch.float64' : ''})
mass = ${library}.exp(-(z**2) / 2) / math.sqrt(2 * math.pi) / 64 / 3
mass[1:-1:2] *= 4
mass[2:-1:2] *= 2
mean, mean_square = (mass * g(z)).sum(), (mass * g(z) ** 2).sum()
spread = (mass * (g(z) - mean) ** 2).sum()
moments = ${library}.stack([mean, mean_square, spread])

layers, width, batch = ${layers}, ${width}, ${BATCH}


def batch_norm(x):
    return (x - x.mean(0)) / ${library}.sqrt(${variance('x', 0)} + 1e-5)


def weights_of(order, layer):
    raw = Generator(seed_for(${seed}, 'weights', layer)).normal(width, width)
    scale = (width * (1 if order == 'batch-last' else mean_square)) ** -0.5
${
  own
    ? `    if layer == ${own.layer}:
        raw[${own.channel}] = ${library}.${library === 'torch' ? 'tensor' : 'array'}(${own.list}) / scale
`
    : ''
}    if order == 'scaled':
        centred = raw - raw.mean(1, ${keep}=True)
        squares = width * ${variance('raw', 1, true)}
        return centred / ${library}.sqrt(${library}.clip(squares, 1e-4, None))
    return raw * scale


def network(order):
    """The batch at every place, and the weights of every layer."""
    x = Generator(seed_for(${seed}, 'data')).normal(batch, width)
    passed, weights = [x], [weights_of(order, layer) for layer in range(layers)]
    for layer, weight in enumerate(weights):
        state, beta = x, ${isPlain ? '1' : 'math.sqrt(layer + 1)'}
        if order == 'none':
${passage('none')}        else:
${passage(order)}        x = ${isPlain ? '' : 'state + '}x @ weight.T
        passed.append(x)
    return passed, weights


def shifts(passed):
    return ${library}.stack([x.mean(0) / ${library}.sqrt(${variance('x', 0)}) for x in passed])


def cosine(x):
    """Of two rows, in the mean over all pairs."""
    directions = x / ${library}.sqrt((x**2).sum(1, ${keep}=True))
    return ((directions.sum(0) ** 2).sum() - batch) / (batch * (batch - 1))


def measured(passed):
    states = passed[:: (len(passed) - 1) // layers]
    squared_means = [(x.mean(0) ** 2).mean() for x in states]
    variances = [${variance('x', 0)}.mean() for x in states]
    likeness = [cosine(x) for x in states]
    return ${library}.stack([${library}.stack(each) for each in (squared_means, variances, likeness)])


def over_root_mean_square(x):
    return x / ${library}.sqrt((x**2).mean())


(without, without_weights), (with_cure, with_weights) = network('none'), network('${order}')
bare, cured = shifts(without), shifts(with_cure)
curves = ${library}.stack([measured(without), measured(with_cure)])
examples = ${library}.stack([over_root_mean_square(each[-1][:${EXAMPLES}]) for each in (without, with_cure)])

passed, all_weights = ${side === 'bare' ? 'without, without_weights' : 'with_cure, with_weights'}
layer, channel, places = ${layer}, ${channel - 1}, (len(passed) - 1) // layers
weights = all_weights[layer - 1][channel]
means = passed[layer * places - 1].mean(0)
values = ${library}.stack([x[:, channel] for x in passed[(layer - 1) * places : layer * places + 1]])
print((weights * means).sum(${axis}=0), values[-1].mean())
`;
}

export const pytorch = (params: Params): string => `import math

import torch
import torch.nn.functional as F


${inPython(params, 'torch')}`;

export const numpy = (params: Params): string => `import math

import numpy as np


${inPython(params, 'np')}`;
