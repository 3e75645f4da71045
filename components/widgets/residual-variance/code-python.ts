import { numpyActivations, pytorchActivations } from '#kit/code-activations.ts';
import { randomArraysInPython } from '#kit/code-random.ts';
import { seedsInPython } from '#kit/code-seeds.ts';
import { shortDecimal } from '#kit/tensor-text.ts';
import { BATCH, CHANNELS, factorsOf, INPUTS, type Kind } from './data.ts';
import type { Params } from './params.ts';

// Results are named as compute names them, so that the checks can compare them.

const entered: Readonly<Record<Kind, string>> = {
  none: 'g(x)',
  halved: 'g(x)',
  'skip-init': 'g(x)',
  batch: 'g(batch_norm(x))',
  'batch-last': 'batch_norm(g(x))',
  free: 'gamma * g(x / beta)',
};

/** What both Python libraries say alike. */
function inPython(params: Params, library: 'torch' | 'np'): string {
  const { kind, blocks, width, alpha, seed } = params;
  const activations = library === 'torch' ? pytorchActivations : numpyActivations;
  const keep = library === 'torch' ? 'keepdim' : 'keepdims';
  const unbiased = library === 'torch' ? ', unbiased=False' : '';
  const { skip, branch } = factorsOf(params);
  const factor = (value: number): string =>
    value === Math.SQRT1_2 ? 'math.sqrt(0.5)' : shortDecimal(value);
  const normed = `

def batch_norm(x):
    return (x - x.mean(0)) / ${library}.sqrt(x.var(0${unbiased}) + 1e-5)
`;
  const standardized = `    centred = raw - raw.mean(1, ${keep}=True)
    return centred / ${library}.sqrt(width * raw.var(1${unbiased}, ${keep}=True))`;
  return `import math

${library === 'torch' ? 'import torch\nimport torch.nn.functional as F' : 'import numpy as np'}

${randomArraysInPython(library)}

${seedsInPython}

def drawn(purpose, place, *shape):
    return Generator(seed_for(${seed}, purpose, place)).normal(*shape)


def g(x):
    return ${activations.relu('x')}

${kind.startsWith('batch') ? normed : ''}
def scaled(raw):
${kind === 'free' ? standardized : `    return raw / math.sqrt(width${kind === 'batch-last' ? '' : ' / 2'})`}


def moments(x):
    """Variance and squared mean of a channel, in the mean over channels."""
    return x.var(0${unbiased}).mean(), (x.mean(0) ** 2).mean()


def shared(x, f):
    """The same of what two signals have in common."""
    product = x.mean(0) * f.mean(0)
    return ((x * f).mean(0) - product).mean(), product.mean()


def cosine(x):
    """Of two inputs, in the mean over all pairs."""
    direction = x / ${library}.sqrt((x**2).sum(1, ${keep}=True))
    return ((direction.sum(0) ** 2).sum() / batch - 1) / (batch - 1)


batch, width, blocks = ${BATCH}, ${width}, ${blocks}
# What the input of a block and its branch are multiplied by.
skip, factor = ${factor(skip)}, ${factor(branch)}
states = ${library}.zeros((blocks + 1, 3)${library === 'torch' ? ', dtype=torch.float64' : ''})
added = ${library}.zeros((blocks, 3, 2)${library === 'torch' ? ', dtype=torch.float64' : ''})
signals = ${library}.zeros((blocks + 1, ${CHANNELS}, ${INPUTS})${library === 'torch' ? ', dtype=torch.float64' : ''})
x = drawn('data', 0, batch, width)
for block in range(blocks + 1):
    states[block, 0], states[block, 1] = moments(x)
    states[block, 2] = cosine(x)
    signals[block] = x[:${INPUTS}, :${CHANNELS}].T
    if block == blocks:
        break
${kind === 'free' ? `    gamma, beta = math.sqrt(2 / (1 - 1 / math.pi)), math.sqrt(1 + block * ${shortDecimal(alpha)} ** 2)\n` : ''}    f = ${entered[kind]} @ scaled(drawn('weights', block, width, width)).T
    x, f = skip * x, factor * f
    added[block, 0, 0], added[block, 0, 1] = moments(x)
    added[block, 1, 0], added[block, 1, 1] = moments(f)
    covariance, product = shared(x, f)
    added[block, 2, 0], added[block, 2, 1] = 2 * covariance, 2 * product
    x = x + f
print(states)
`;
}

export const pytorch = (params: Params): string => inPython(params, 'torch');

export const numpy = (params: Params): string => inPython(params, 'np');
