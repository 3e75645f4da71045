import { SIDE } from '#lab/glyph-network.ts';
import type { Layer, Network } from '#lab/network.ts';

/** The two networks that are compared. */
export const kinds = ['none', 'batch'] as const;

export type Kind = (typeof kinds)[number];

/** From one batch size, and from one learning rate, to the next. */
export const factors = ['2', '4'] as const;

export const MOST_BATCHES = 8;
export const MOST_RATES = 12;

export type Sweep = {
  readonly smallest: number;
  readonly batches: number;
  readonly examples: number;
  readonly lowest: number;
  readonly rates: number;
  readonly factor: (typeof factors)[number];
};

/** Batch sizes from the smallest up, none larger than all that is learned from. */
export const batchSizesOf = ({
  smallest,
  batches,
  examples,
  factor,
}: Omit<Sweep, 'lowest' | 'rates'>): readonly number[] =>
  Array.from({ length: batches }, (_, row) => smallest * Number(factor) ** row).filter(
    (size) => size <= examples,
  );

/** Learning rates from the lowest up. */
export const ratesOf = ({
  lowest,
  rates,
  factor,
}: Pick<Sweep, 'lowest' | 'rates' | 'factor'>): readonly number[] =>
  Array.from({ length: rates }, (_, column) => lowest * Number(factor) ** column);

/** Steps of an epoch: what does not fill a batch is passed over. */
export const stepsPerEpoch = (examples: number, batchSize: number): number =>
  Math.floor(examples / batchSize);

/**
 * A residual network of dense layers. In every branch ReLU and a layer follow batch normalization, if
 * there is any; before the classes they do so once more. Without it, layers have a bias: what a bias
 * adds, a norm takes away.
 * @see de2020skipinit
 */
export function sweepNetwork({
  blocks,
  width,
  kind,
}: {
  readonly blocks: number;
  readonly width: number;
  readonly kind: Kind;
}): Network {
  const bias = kind === 'none';
  const activated: readonly Layer[] = [
    ...(kind === 'batch' ? ([{ kind: 'norm', norm: 'batch' }] as const) : []),
    { kind: 'activation', name: 'relu' },
  ];
  const branch: readonly Layer[] = [...activated, { kind: 'dense', units: width, bias }];
  return {
    input: [1, SIDE, SIDE],
    layers: [
      { kind: 'flatten' },
      { kind: 'dense', units: width, bias },
      ...Array.from({ length: blocks }, () => ({ kind: 'residual', branch }) as const),
      ...activated,
      { kind: 'dense', units: 10 },
    ],
  };
}
