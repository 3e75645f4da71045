// What the kernels of every backend that normalize and scale sets have in common. What they take and give
// is laid flat: x and gradients [A, K, B], K sets of A · B values each; statistics [5, K].

export const SET_STATISTICS = 'SetStatistics';
export const NORMALIZE_SETS = 'NormalizeSets';
export const NORMALIZE_SETS_GRADIENT = 'NormalizeSetsGradient';
/** x · g + b, one g and one b for each set. */
export const SCALE_SETS = 'ScaleSets';
/** Sums over each set: of d · x, then of d, [2, K]. */
export const PRODUCT_SUMS = 'ProductSums';

/** Sizes of x: A, K and B. */
export type SetLayout = readonly [a: number, k: number, b: number];

/** What the kernels that normalize are told; those that scale know the layout alone. */
export type NormalizeAttributes = {
  readonly layout: SetLayout;
  readonly epsilon: number;
  /** Whether the mean is taken away. */
  readonly centred: boolean;
};

/**
 * Rows of a statistics tensor. The mean stands there once more in two parts, a value of the set and what
 * lies beyond it: float32 keeps a mean of 10⁴ to no more than 10⁻³.
 */
export const rows = { shift: 0, rest: 1, variance: 2, mean: 3, meanSquare: 4 } as const;

export const ROWS = Object.keys(rows).length;
