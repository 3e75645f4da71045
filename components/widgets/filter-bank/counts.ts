import type { Params } from './params.ts';

/** Numbers that a layer learns. */
export type Counts = {
  /** Rows and columns of a slice. */
  readonly rows: number;
  readonly columns: number;
  readonly channels: number;
  readonly groups: number;
  readonly filters: number;
  /** Slices of a filter: C / G. */
  readonly slices: number;
  /** k² · C/G · F */
  readonly weights: number;
  /** With the biases, one a filter. */
  readonly total: number;
  /** The same without groups: k² · C · F, and with F biases. */
  readonly ungroupedWeights: number;
  readonly ungrouped: number;
};

export function countsOf({ image, weight, groups }: Params): Counts {
  const [filters, slices, rows, columns] = weight.shape;
  const [channels] = image.shape;
  const weights = rows * columns * slices * filters;
  const ungroupedWeights = rows * columns * channels * filters;
  return {
    rows,
    columns,
    channels,
    groups,
    filters,
    slices,
    weights,
    total: weights + filters,
    ungroupedWeights,
    ungrouped: ungroupedWeights + filters,
  };
}
