import type { Treatment } from './glyph-network.ts';

const compared = {
  all: ['none', 'batch', 'noisy'],
  plain: ['none', 'batch'],
  shaken: ['batch', 'noisy'],
} as const satisfies Record<string, readonly Treatment[]>;

/** Which treatments learn side by side. */
export type Comparison = keyof typeof compared;

export const comparisons = Object.keys(compared) as readonly Comparison[];

export const treatmentsOf = (comparison: Comparison): readonly Treatment[] => compared[comparison];
