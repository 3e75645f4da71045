import { rowsText } from '#kit/code-text.ts';
import type { CodeOf } from '#kit/define-widget.ts';
import { shortDecimal } from '#kit/tensor-text.ts';
import { blockOf, filtersOf } from './features.ts';
import type { Params } from './params.ts';

// Results are named as compute names them, so that the checks can compare them.

/** What differs from picture to picture and from space to space. */
function partsOf({ content, style, space, seed, strength }: Params, indent: string) {
  return {
    content: rowsText(content, indent),
    style: rowsText(style, indent),
    filters: rowsText(filtersOf(space, seed), indent),
    block: blockOf(space),
    strength: shortDecimal(strength),
  };
}

function pytorch(params: Params): string {
  const { content, style, filters, block, strength } = partsOf(params, '    ');
  return `import torch
import torch.nn.functional as F

content = torch.tensor(${content}).float()
style = torch.tensor(${style}).float()
filters = torch.tensor(${filters}).float()  # orthonormal rows
block, strength, eps = ${block}, ${strength}, 1e-5

def features(picture):  # the blocks of the picture, seen by the filters
    return F.conv2d(F.pixel_unshuffle(picture[None], block), filters[:, :, None, None])

def picture(features):
    return F.pixel_shuffle(F.conv2d(features, filters.T[:, :, None, None]), block)[0]

def statistics(features):
    return features.mean(dim=(0, 2, 3)), features.var(dim=(0, 2, 3), unbiased=False)

def scaled(factor, summand=None):
    return F.instance_norm(x, weight=factor, bias=summand, eps=eps)

x, s = features(content), features(style)
(own_mean, own_variance), (style_mean, style_variance) = statistics(x), statistics(s)
deviation = (own_variance + eps).sqrt()

gamma = deviation + strength * (style_variance.sqrt() - deviation)
beta = own_mean + strength * (style_mean - own_mean)

steps = [scaled(deviation), scaled(None), scaled(gamma), scaled(gamma, beta)]
result = picture(steps[3])
stages = torch.stack([picture(step) for step in steps[:3]])
mean, variance = map(torch.stack, zip(*(statistics(f) for f in [s, x, *steps])))
print(result)
print(mean, variance)
`;
}

function numpy(params: Params): string {
  const { content, style, filters, block, strength } = partsOf(params, '    ');
  return `import numpy as np

content = np.array(${content}, dtype=float)
style = np.array(${style}, dtype=float)
filters = np.array(${filters})  # orthonormal rows
block, strength, eps = ${block}, ${strength}, 1e-5

def features(picture):  # the blocks of the picture, seen by the filters
    c, h, w = picture.shape
    blocks = picture.reshape(c, h // block, block, w // block, block)
    blocks = blocks.transpose(0, 2, 4, 1, 3).reshape(-1, h // block, w // block)
    return np.einsum('fc,chw->fhw', filters, blocks)

def picture(features):
    blocks = np.einsum('fc,fhw->chw', filters, features)
    _, h, w = blocks.shape
    blocks = blocks.reshape(3, block, block, h, w).transpose(0, 3, 1, 4, 2)
    return blocks.reshape(3, h * block, w * block)

def statistics(features):
    return features.mean(axis=(1, 2)), features.var(axis=(1, 2))

def column(values):
    return values[:, None, None]

x, s = features(content), features(style)
(own_mean, own_variance), (style_mean, style_variance) = statistics(x), statistics(s)
deviation = np.sqrt(own_variance + eps)

gamma = deviation + strength * (np.sqrt(style_variance) - deviation)
beta = own_mean + strength * (style_mean - own_mean)

normalized = (x - column(own_mean)) / column(deviation)
scaled = column(gamma) * normalized
steps = [x - column(own_mean), normalized, scaled, scaled + column(beta)]
result = picture(steps[3])
stages = np.stack([picture(step) for step in steps[:3]])
mean, variance = map(np.stack, zip(*(statistics(f) for f in [s, x, *steps])))
print(result)
print(mean, variance)
`;
}

function tfjs(params: Params): string {
  const { content, style, filters, block, strength } = partsOf(params, '  ');
  return `import * as tf from '@tensorflow/tfjs';

const content = tf.tensor3d(${content});
const style = tf.tensor3d(${style});
const filters = tf.tensor2d(${filters}); // orthonormal rows
const [block, strength, epsilon] = [${block}, ${strength}, 1e-5];

/** The blocks of the picture, seen by the filters: [C, h, w] */
function features(picture) {
  const [c, h, w] = picture.shape;
  const blocks = picture
    .reshape([c, h / block, block, w / block, block])
    .transpose([0, 2, 4, 1, 3])
    .reshape([c * block * block, -1]);
  return filters.matMul(blocks).reshape([-1, h / block, w / block]);
}

function picture(features) {
  const [c, h, w] = features.shape;
  return filters
    .matMul(features.reshape([c, -1]), true)
    .reshape([3, block, block, h, w])
    .transpose([0, 3, 1, 4, 2])
    .reshape([3, h * block, w * block]);
}

const [x, s] = [features(content), features(style)];
const [own, wanted] = [tf.moments(x, [1, 2], true), tf.moments(s, [1, 2], true)];
const deviation = own.variance.add(epsilon).sqrt();
const between = (from, to) => from.add(to.sub(from).mul(strength));

const factor = between(deviation, wanted.variance.sqrt());
const summand = between(own.mean, wanted.mean);
const centred = x.sub(own.mean);
const normalized = centred.div(deviation);
const scaled = normalized.mul(factor);
const outcome = scaled.add(summand);

const gamma = factor.flatten();
const beta = summand.flatten();
const result = picture(outcome);
const stages = tf.stack([centred, normalized, scaled].map(picture));
const all = [s, x, centred, normalized, scaled, outcome].map((each) => tf.moments(each, [1, 2]));
const mean = tf.stack(all.map(({ mean }) => mean));
const variance = tf.stack(all.map(({ variance }) => variance));
result.print();
`;
}

export const code: CodeOf<Params> = { pytorch, numpy, tfjs };
