import type { ActivationName } from '#nd/activation-names.ts';
import type { Order } from './data.ts';
import type { Params } from './params.ts';

/** What a channel is expected to have, for a width without bound and inputs of mean 0 and variance 1. */
export type Expected = { readonly squaredMean: number; readonly variance: number };

type Network = Pick<Params, 'path' | 'layers'>;

/** Activations that do not mind by what they are multiplied. */
const scaleFree: readonly ActivationName[] = ['identity', 'relu', 'leakyRelu'];

/**
 * The correlation of two inputs, independent at first, after every layer without a norm, [layers + 1]:
 * each layer makes E[g(X) g(Y)] / E[g²] of it. NaN where that hangs on more than the correlation.
 * @param product E[g(X) g(Y)] for a correlation of X and Y, both of variance 1
 */
export function correlations(
  { path, layers, activation }: Network & Pick<Params, 'activation'>,
  product: (correlation: number) => number,
): readonly number[] {
  const isKnown = path === 'plain' || scaleFree.includes(activation);
  const known = [isKnown ? 0 : NaN];
  for (let layer = 0; layer < layers; layer++) {
    const after = product(known[layer]) / product(1);
    known.push(path === 'plain' ? after : (known[layer] + after) / 2);
  }
  return known;
}

/**
 * Squared mean and variance of a channel of the input and after every layer, [layers + 1]; undefined
 * where they are not known. Without a norm the squared mean is the correlation's part of the mean square.
 *
 * @param moments mean, mean square and variance of the activation of a standard normal number
 * @param law what {@link correlations} gives
 */
export function expectedCurve(
  order: Order,
  { path, layers }: Network,
  [mean, meanSquare, variance]: ArrayLike<number> & Iterable<number>,
  law: ArrayLike<number>,
): readonly Expected[] | undefined {
  if (order === 'none' && Number.isNaN(law[0])) return undefined;
  const isPlain = path === 'plain';
  const [shift, spread] =
    order === 'batch' ? [mean ** 2 / meanSquare, variance / meanSquare] : [0, 1];
  return Array.from({ length: layers + 1 }, (_, layer): Expected => {
    if (order === 'none') {
      const all = isPlain ? 1 : 2 ** layer;
      return { squaredMean: law[layer] * all, variance: (1 - law[layer]) * all };
    }
    if (isPlain && layer > 0) return { squaredMean: shift, variance: spread };
    return { squaredMean: layer * shift, variance: 1 + layer * spread };
  });
}
