import { numpyActivations, pytorchActivations } from '#kit/code-activations.ts';
import { randomArraysInPython } from '#kit/code-random.ts';
import { seedsInPython } from '#kit/code-seeds.ts';
import { shortDecimal } from '#kit/tensor-text.ts';
import { channelsOf, KERNEL, transitionsOf } from './data.ts';
import { inputShape, kindsOf, list } from './code-text.ts';
import type { Params } from './params.ts';

// Results are named as compute names them, so that the checks can compare them.

/** What both Python libraries say alike; `x.shape` and broadcasting are the same in them. */
function inPython(params: Params, library: 'torch' | 'np'): string {
  const { blocks, alpha, divides, layer, seed } = params;
  const kernel = layer === 'dense' ? '' : `, ${KERNEL}, ${KERNEL}`;
  const one = layer === 'dense' ? '' : ', 1, 1';
  const axes = layer === 'dense' ? '0' : '(0, 2, 3)';
  const fanIn = layer === 'dense' ? '1' : '(1, 2, 3)';
  const activations = library === 'torch' ? pytorchActivations : numpyActivations;
  const keep = library === 'torch' ? 'keepdim' : 'keepdims';
  const variance = (of: string, over: string, kept = false): string =>
    library === 'torch'
      ? `${of}.var(${over}, unbiased=False${kept ? ', keepdim=True' : ''})`
      : `${of}.var(${over}${kept ? ', keepdims=True' : ''})`;
  return `${randomArraysInPython(library)}

${seedsInPython}

def g(x):
    return ${activations[params.activation]('x')}


def drawn(purpose, place, *shape):
    return Generator(seed_for(${seed}, purpose, place)).normal(*shape)


# What g makes of a standard normal number, by Simpson's rule.
z = ${library}.linspace(-10, 10, 1281${library === 'torch' ? ', dtype=torch.float64' : ''})
mass = ${library}.exp(-(z**2) / 2) / math.sqrt(2 * math.pi) / 64 / 3
mass[1:-1:2] *= 4
mass[2:-1:2] *= 2
mean_square = (mass * g(z) ** 2).sum()
gamma = 1 / ${library}.sqrt((mass * (g(z) - (mass * g(z)).sum()) ** 2).sum())

blocks, alpha, skip, transitions = ${blocks}, ${shortDecimal(alpha)}, ${blocks} ** -0.5, ${list(transitionsOf(params.stages))}


def batch_norm(x):
    mean = x.mean(${axes}, ${keep}=True)
    return (x - mean) / ${library}.sqrt(${variance('x', axes, true)} + 1e-5)


def enter(kind, x, beta):
    """What the weights of a block read."""
    if kind == 'batch':
        return g(batch_norm(x))
    if kind == 'batch-last':
        return batch_norm(g(x))
    if kind in ('free', 'free-plain'):
        factor = gamma if kind == 'free' else 1
        return ${divides === 'before' ? 'factor * g(x / beta)' : 'factor / beta * g(x)'}
    return g(x)


def scaled(kind, raw):
    fan_in = math.prod(raw.shape[1:])
    if kind == 'free':
        centred = raw - raw.mean(${fanIn}, ${keep}=True)
        return centred / ${library}.sqrt(fan_in * ${variance('raw', fanIn, true)})
    return raw / (fan_in * (1 if kind == 'batch-last' else mean_square)) ** 0.5


def join(kind, x, f):
    if kind == 'halved':
        return (x + f) / math.sqrt(2)
    return x + {'skip-init': skip, 'free': alpha, 'free-plain': alpha}.get(kind, 1) * f


def squared_mean(x):
    return (x.mean(${axes}) ** 2).mean()


def variance(x):
    return ${variance('x', axes)}.mean()


weights = [drawn('weights', 2 * block, ${channelsOf(params)}, ${channelsOf(params)}${kernel}) for block in range(blocks)]
shortcuts = {block: drawn('weights', 2 * block + 1, ${channelsOf(params)}, ${channelsOf(params)}${one}) for block in transitions if block < blocks}
curves = ${library}.full((4, 3, blocks + 1), float('nan')${library === 'torch' ? ', dtype=torch.float64' : ''})
for place, kind in enumerate(${list(kindsOf(params))}):
    if kind == 'off':
        continue
    x = drawn('data', 0, ${inputShape(params).join(', ')})
    expected = 1
    curves[place, 0, 0], curves[place, 1, 0] = squared_mean(x), variance(x)
    for block in range(blocks):
        entered = enter(kind, x, math.sqrt(expected))
        f = product(entered, scaled(kind, weights[block]))
        if block in shortcuts:
            x, expected = product(entered, scaled(kind, shortcuts[block])), 1
        x = join(kind, x, f)
        expected += alpha**2
        curves[place, 0, block + 1], curves[place, 1, block + 1] = squared_mean(x), variance(x)
        curves[place, 2, block + 1] = variance(f)
print(curves[:, 1, -1])
`;
}

export function pytorch(params: Params): string {
  const product =
    params.layer === 'dense'
      ? '    return x @ weight.T'
      : '    return F.conv2d(x, weight, padding=weight.shape[-1] // 2)';
  return `import math

import torch
import torch.nn.functional as F


def product(x, weight):
${product}


${inPython(params, 'torch')}`;
}

export function numpy(params: Params): string {
  const product =
    params.layer === 'dense'
      ? '    return x @ weight.T'
      : `    reach = weight.shape[-1] // 2
    padded = np.pad(x, ((0, 0), (0, 0), (reach, reach), (reach, reach)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, weight.shape[2:], axis=(2, 3))
    return np.einsum('nchwij,ocij->nohw', windows, weight, optimize=True)`;
  return `import math

import numpy as np


def product(x, weight):
${product}


${inPython(params, 'np')}`;
}
