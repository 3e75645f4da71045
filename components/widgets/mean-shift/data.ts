/** Inputs of the network. */
export const BATCH = 128;

/** So many of them are shown after the last layer, one a row. */
export const EXAMPLES = 10;

export const MOST_LAYERS = 20;

/** Units of a layer: squares, so that the weights of a filter fill a square. */
export const widths = ['16', '36', '64', '144'] as const;

export const MOST_SIDE = 12;
export const MOST_FILTERS = MOST_SIDE ** 2;

/**
 * What a layer does to its input x, g being the activation:
 *
 *     none          W g(x)
 *     batch         W g(BN(x)), the common order
 *     batch-last    W BN(g(x))
 *     scaled        Ŵ γ g(x / β), Ŵ by scaled weight standardization: no norm, and no data
 */
export const cures = ['batch', 'batch-last', 'scaled'] as const;

export type Order = 'none' | (typeof cures)[number];

/** The network without a norm stands above, one with a remedy below. */
export const sides = ['bare', 'cured'] as const;

export type Side = (typeof sides)[number];

export type Place = 'norm' | 'activation' | 'weights';

/** Places where channels are measured in every layer, in the order of the layer; the last is its output. */
export const placesOf: Readonly<Record<Order, readonly Place[]>> = {
  none: ['activation', 'weights'],
  batch: ['norm', 'activation', 'weights'],
  'batch-last': ['activation', 'norm', 'weights'],
  scaled: ['activation', 'weights'],
};

/** What the curves follow, in the order of the result's second axis. */
export const quantities = ['squaredMean', 'variance', 'likeness'] as const;

export type Quantity = (typeof quantities)[number];

/** What a network's layers do. */
export const orderOf = ({ order }: { readonly order: Order }, side: Side): Order =>
  side === 'bare' ? 'none' : order;
