import { rowsText } from '#kit/code-text.ts';
import { shortDecimal } from '#kit/tensor-text.ts';
import type { NdArray } from '#nd/nd-array.ts';
import type { CodeOf } from '#kit/define-widget.ts';
import { forChannels } from '#nd/sample-tensor.ts';
import { forElements } from './data.ts';
import type { Params } from './params.ts';
import { isElementwise, type NormName } from './sets.ts';

// Results are named as compute names them, so that the checks can compare them.

type Norm = Exclude<NormName, 'none'>;

/** A norm with γ and β, by PyTorch's own functions. */
function pytorchNorm(norm: NormName, { groups, epsilon }: Params): string {
  const eps = `eps=${epsilon}`;
  const calls: Readonly<Record<Norm, string>> = {
    batch: `F.batch_norm(x, None, None, gamma, beta, training=True, ${eps})`,
    layer: `F.layer_norm(x, x.shape[1:], element_gamma, element_beta, ${eps})`,
    instance: `F.instance_norm(x, weight=gamma, bias=beta, ${eps})`,
    group: `F.group_norm(x, ${groups}, gamma, beta, ${eps})`,
    rms: `element_gamma * x * (x ** 2).mean((1, 2, 3), keepdim=True).add(${epsilon}).rsqrt()`,
  };
  return norm === 'none' ? 'x' : calls[norm];
}

/** x̂ of a norm, without γ and β, from its statistics. */
function plainNorm(norm: NormName, { groups, epsilon }: Params, axis: 'dim' | 'axis'): string {
  const calls: Readonly<Record<Norm, string>> = {
    batch: `standardize(x, (0, 2, 3), ${epsilon})`,
    layer: `standardize(x, (1, 2, 3), ${epsilon})`,
    instance: `standardize(x, (2, 3), ${epsilon})`,
    group: `standardize(x.reshape(len(x), ${groups}, -1), (2,), ${epsilon}).reshape(x.shape)`,
    rms: `x / ((x ** 2).mean(${axis}=(1, 2, 3), ${axis === 'dim' ? 'keepdim' : 'keepdims'}=True) + ${epsilon}) ** 0.5`,
  };
  return norm === 'none' ? 'x' : calls[norm];
}

/** Mean and variance of the set of each map: [N, C]. */
function statistics(norm: NormName, { groups }: Params, language: 'torch' | 'numpy'): string {
  const [axis, keep] = language === 'torch' ? ['dim', 'keepdim'] : ['axis', 'keepdims'];
  const variance = language === 'torch' ? 'unbiased=False, ' : '';
  const expand = language === 'torch' ? '.expand(x.shape[:2])' : '';
  const whole = (text: string): string =>
    language === 'torch' ? `(${text})${expand}` : `np.broadcast_to(${text}, x.shape[:2])`;
  const over: Readonly<Record<Norm, string>> = {
    batch: '(0, 2, 3)',
    layer: '(1, 2, 3)',
    rms: '(1, 2, 3)',
    instance: '(2, 3)',
    group: '',
  };
  if (norm === 'none') return '';
  if (norm === 'rms') {
    return `variance = ${whole(`(x ** 2).mean(${axis}=(1, 2, 3), ${keep}=True)[:, :, 0, 0]`)}\nprint(variance)\n`;
  }
  if (norm === 'group') {
    const each = language === 'torch' ? 'repeat_interleave' : 'repeat';
    const along = language === 'torch' ? 'dim=1' : 'axis=1';
    return `sets = x.reshape(len(x), ${groups}, -1)
mean = sets.mean(${axis}=2).${each}(x.shape[1] // ${groups}, ${along})
variance = sets.var(${axis}=2${language === 'torch' ? ', unbiased=False' : ''}).${each}(x.shape[1] // ${groups}, ${along})
print(mean, variance)
`;
  }
  return `mean = ${whole(`x.mean(${axis}=${over[norm]}, ${keep}=True)[:, :, 0, 0]`)}
variance = ${whole(`x.var(${axis}=${over[norm]}, ${variance}${keep}=True)[:, :, 0, 0]`)}
print(mean, variance)
`;
}

/** Largest differences from BN, LN and IN; −1 where BN has one value a channel. */
function differences(params: Params, axis: 'dim' | 'axis'): string {
  const each = (['batch', 'layer', 'instance'] as const).map((end) => {
    const text = `abs(${plainNorm(end, params, axis)} - normalized).max()`;
    const [images, , height, width] = params.x.shape;
    return end === 'batch' && images * height * width === 1 ? '-1' : `float(${text})`;
  });
  return `normalized = ${plainNorm(params.norm, params, axis)}
differences = ${axis === 'dim' ? 'torch.tensor' : 'np.array'}([
    ${each.join(',\n    ')},
])
print(differences)
`;
}

const affineOf = ({ x, gamma, beta, elementGamma, elementBeta }: Params) => {
  const [, ...image] = x.shape;
  const [channels] = image;
  const list = ({ data }: NdArray): string => `[${Array.from(data, shortDecimal).join(', ')}]`;
  return {
    gamma: list(forChannels(gamma, channels, 1)),
    beta: list(forChannels(beta, channels, 0)),
    elementGamma: rowsText(forElements(elementGamma, image, 1), '    '),
    elementBeta: rowsText(forElements(elementBeta, image, 0), '    '),
  };
};

const usesElements = ({ norm, beside }: Params): boolean =>
  isElementwise(norm) || isElementwise(beside);

function pytorch(params: Params): string {
  const { gamma, beta, elementGamma, elementBeta } = affineOf(params);
  return `import torch
import torch.nn.functional as F

x = torch.tensor(${rowsText(params.x, '    ')}).float()
gamma = torch.tensor(${gamma}).float()
beta = torch.tensor(${beta}).float()
${usesElements(params) ? `element_gamma = torch.tensor(${elementGamma}).float()\nelement_beta = torch.tensor(${elementBeta}).float()\n` : ''}
def standardize(x, dims, eps):
    mean = x.mean(dim=dims, keepdim=True)
    variance = x.var(dim=dims, unbiased=False, keepdim=True)
    return (x - mean) / (variance + eps) ** 0.5

y = ${pytorchNorm(params.norm, params)}
print(y.shape, y)
${statistics(params.norm, params, 'torch')}${
    params.beside === 'none' ? '' : `other = ${pytorchNorm(params.beside, params)}\nprint(other)\n`
  }${differences(params, 'dim')}`;
}

function numpyNorm(norm: NormName, params: Params): string {
  if (norm === 'none') return 'x';
  const plain = plainNorm(norm, params, 'axis');
  if (norm === 'rms') return `element_gamma * (${plain})`;
  if (norm === 'layer') return `element_gamma * (${plain}) + element_beta`;
  return `gamma[:, None, None] * (${plain}) + beta[:, None, None]`;
}

function numpy(params: Params): string {
  const { gamma, beta, elementGamma, elementBeta } = affineOf(params);
  return `import numpy as np

x = np.array(${rowsText(params.x, '    ')}, dtype=float)
gamma = np.array(${gamma}, dtype=float)
beta = np.array(${beta}, dtype=float)
${usesElements(params) ? `element_gamma = np.array(${elementGamma}, dtype=float)\nelement_beta = np.array(${elementBeta}, dtype=float)\n` : ''}
def standardize(x, axes, eps):
    mean = x.mean(axis=axes, keepdims=True)
    variance = x.var(axis=axes, keepdims=True)
    return (x - mean) / (variance + eps) ** 0.5

y = ${numpyNorm(params.norm, params)}
print(y.shape, y)
${statistics(params.norm, params, 'numpy')}${
    params.beside === 'none' ? '' : `other = ${numpyNorm(params.beside, params)}\nprint(other)\n`
  }${differences(params, 'axis')}`;
}

function tfjsNorm(norm: NormName, { groups, epsilon }: Params): string {
  const calls: Readonly<Record<Norm, string>> = {
    batch: `standardize(x, [0, 2, 3], ${epsilon})`,
    layer: `standardize(x, [1, 2, 3], ${epsilon})`,
    instance: `standardize(x, [2, 3], ${epsilon})`,
    group: `standardize(x.reshape([x.shape[0], ${groups}, -1]), [2], ${epsilon}).reshape(x.shape)`,
    rms: `x.div(x.square().mean([1, 2, 3], true).add(${epsilon}).sqrt())`,
  };
  return norm === 'none' ? 'x' : calls[norm];
}

function tfjs(params: Params): string {
  const { gamma, beta, elementGamma, elementBeta } = affineOf(params);
  const affine = (norm: NormName): string => {
    const plain = tfjsNorm(norm, params);
    if (norm === 'none') return 'x';
    if (norm === 'rms') return `${plain}.mul(elementGamma)`;
    if (norm === 'layer') return `${plain}.mul(elementGamma).add(elementBeta)`;
    return `${plain}.mul(gamma.reshape([-1, 1, 1])).add(beta.reshape([-1, 1, 1]))`;
  };
  return `import * as tf from '@tensorflow/tfjs';

const x = tf.tensor4d(${rowsText(params.x, '  ')});
const gamma = tf.tensor1d(${gamma});
const beta = tf.tensor1d(${beta});
${usesElements(params) ? `const elementGamma = tf.tensor3d(${elementGamma});\nconst elementBeta = tf.tensor3d(${elementBeta});\n` : ''}
function standardize(x, axes, epsilon) {
  const { mean, variance } = tf.moments(x, axes, true);
  return x.sub(mean).div(variance.add(epsilon).sqrt());
}

const y = ${affine(params.norm)};
y.print();
${params.beside === 'none' ? '' : `const other = ${affine(params.beside)};\nother.print();\n`}`;
}

export const code: CodeOf<Params> = { pytorch, numpy, tfjs };
