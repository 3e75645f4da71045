import {
  activation,
  add,
  batchNorm,
  conv2d,
  globalAvgPool2d,
  groupNorm,
  instanceNorm,
  layerNorm,
  linear,
  mul,
  reshape,
  rmsNorm,
  type NormOptions,
  type Tensor,
} from '#tensor';
import type { Layer, LayerNorm, Network } from './network.ts';
import type { Shaken } from './shake.ts';

/** What goes along with a forward pass. */
export type Pass = {
  /** Shakes the output of a norm that is noisy. */
  readonly shake?: Shaken;
  /** Called with the output of every layer and its place, as {@link outputShape} names places. */
  readonly watch?: (place: string, output: Tensor) => void;
};

/**
 * What a network gives for a batch, with every norm's statistics taken from it, as in training.
 * Differentiable in the parameters and in the batch.
 * @param parameters as `parametersOf` lists them
 * @param batch [N, …input]
 */
export function forward(
  { layers }: Network,
  parameters: readonly Tensor[],
  batch: Tensor,
  pass: Pass = {},
): Tensor {
  const rest = parameters[Symbol.iterator]();
  const next = (): Tensor => {
    const { value } = rest.next();
    if (!value) throw new RangeError('There are fewer parameters than the network has');
    return value;
  };
  return through(layers, batch, '', next, pass);
}

type Next = () => Tensor;

function through(
  layers: readonly Layer[],
  input: Tensor,
  path: string,
  next: Next,
  pass: Pass,
): Tensor {
  return layers.reduce((x, layer, index) => {
    const place = `${path}${index}`;
    const y = apply(layer, x, place, next, pass);
    pass.watch?.(place, y);
    return y;
  }, input);
}

function apply(layer: Layer, x: Tensor, place: string, next: Next, pass: Pass): Tensor {
  switch (layer.kind) {
    case 'dense':
      return linear(
        x as never,
        next() as never,
        layer.bias === false ? undefined : (next() as never),
      );
    case 'conv': {
      const { stride, padding, bias } = layer;
      const weight = next();
      return conv2d(x as never, weight as never, {
        stride,
        padding,
        bias: bias === false ? undefined : (next() as never),
      });
    }
    case 'norm':
      return normalize(layer, x, next, pass);
    case 'activation':
      return activation(x, layer.name);
    case 'global-average':
      return reshape(globalAvgPool2d(x as never), [x.shape[0], x.shape[1] as number]);
    case 'flatten':
      return reshape(x, [x.shape[0], x.size / x.shape[0]]);
    case 'residual': {
      const branch = through(layer.branch, x, `${place}.branch.`, next, pass);
      const shortcut = through(layer.shortcut ?? [], x, `${place}.shortcut.`, next, pass);
      return add(shortcut, layer.scale === undefined ? branch : mul(branch, layer.scale));
    }
  }
}

function normalize(
  layer: Extract<Layer, { kind: 'norm' }>,
  x: Tensor,
  next: Next,
  { shake }: Pass,
): Tensor {
  const options: NormOptions =
    layer.affine === false
      ? {}
      : { gamma: next(), beta: layer.norm === 'rms' ? undefined : next() };
  const y = norms[layer.norm](x, options, layer.groups);
  const shaken = layer.noise && shake?.(layer.noise, y.shape);
  return shaken ? add(mul(y, shaken.scale), shaken.shift) : y;
}

const norms: Readonly<
  Record<LayerNorm, (x: Tensor, options: NormOptions, groups?: number) => Tensor>
> = {
  batch: (x, options) => batchNorm(x, options).y,
  layer: (x, options) => layerNorm(x, options).y,
  instance: (x, options) => instanceNorm(x, options).y,
  group: (x, options, groups = 1) => groupNorm(x, { ...options, groups }).y,
  rms: (x, { gamma, epsilon }) => rmsNorm(x, { gamma, epsilon }).y,
};
