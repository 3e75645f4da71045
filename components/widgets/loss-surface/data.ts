import type { Treatment } from '#lab/glyph-network.ts';

/** Pictures that the loss is the mean of: all at every step of a descent and at every place. */
export const EXAMPLES = 100;

/** A loss above this has left for good. */
export const LOST = 1000;

/** What a plane goes along. */
export const planes = ['path', 'random', 'plain', 'gradient'] as const;

const compared = {
  both: ['none', 'batch'],
  none: ['none'],
  batch: ['batch'],
} as const satisfies Record<string, readonly Treatment[]>;

export type Comparison = keyof typeof compared;

export const comparisons = Object.keys(compared) as readonly Comparison[];

/** A treatment that this figure compares. */
export type Compared = (typeof compared)[Comparison][number];

export const treatmentsOf = (comparison: Comparison): readonly Compared[] => compared[comparison];

/** For exported code: what the reader's own pictures are, only the reader's files can say. */
export const glyphsOnly = (comment: string, { data }: { readonly data: string }): string =>
  data === 'own' ? `${comment} The glyphs stand in for your own pictures.\n` : '';
