// Which elements of an [N, C, H, W] tensor share one mean and one variance.

export const norms = ['none', 'batch', 'layer', 'instance', 'group', 'rms'] as const;

export type NormName = (typeof norms)[number];

/** Norms whose γ and β have a number for each element of an image, not for each channel. */
export const isElementwise = (norm: NormName): boolean => norm === 'layer' || norm === 'rms';

/** How a normalization deals the maps of a tensor out into sets. */
export type Sets = {
  readonly count: number;
  /** Elements of each set. */
  readonly values: number;
  /** The set of map c of image n. */
  readonly setOf: (n: number, c: number) => number;
  /** One of the theme's hues for a set, from 0; neighbours differ. */
  readonly hueOf: (set: number) => number;
};

/** Largest size of each of the four axes. */
export const MAX_SIZE = 8;

/** More sets than this no tensor has. */
export const MOST_SETS = MAX_SIZE ** 2;

/** Hues of neighbouring images are this far apart, so that no two of eight are equal. */
const STRIDE = 3;
const HUES = 8;

/**
 * @param shape [N, C, H, W]
 * @param groups groups of group normalization, which must divide C
 * @returns undefined if nothing is normalized
 */
export function setsOf(norm: NormName, shape: readonly number[], groups: number): Sets | undefined {
  const [images, channels, height, width] = shape;
  const [outer, inner] = {
    none: [0, 0],
    batch: [1, channels],
    layer: [images, 1],
    rms: [images, 1],
    instance: [images, channels],
    group: [images, groups],
  }[norm];
  const count = outer * inner;
  if (count === 0) return undefined;
  const size = channels / inner;
  return {
    count,
    values: (images * channels * height * width) / count,
    setOf: (n, c) => (outer > 1 ? n * inner : 0) + Math.floor(c / size),
    hueOf: (set) => ((set % inner) + STRIDE * Math.floor(set / inner)) % HUES,
  };
}

/** The sizes that a number of groups can have. */
export function divisorsOf(channels: number): number[] {
  return Array.from({ length: channels }, (_, index) => index + 1).filter(
    (groups) => channels % groups === 0,
  );
}
