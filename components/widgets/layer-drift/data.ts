import type { Treatment } from '#lab/glyph-network.ts';

/** How often a run's layers are looked at, beside once at the start. */
export const SNAPSHOTS = 15;

/** Quantiles that a distribution is kept as, from the smallest value to the largest. */
export const QUANTILES = 21;

/** A loss above this has left for good. */
export const LOST = 1000;

const compared = {
  all: ['none', 'batch', 'noisy'],
  plain: ['none', 'batch'],
  shaken: ['batch', 'noisy'],
} as const satisfies Record<string, readonly Treatment[]>;

export type Comparison = keyof typeof compared;

export const comparisons = Object.keys(compared) as readonly Comparison[];

export const treatmentsOf = (comparison: Comparison): readonly Treatment[] => compared[comparison];

/** How many steps lie between two looks. */
export const stepsBetween = (steps: number): number => Math.max(1, Math.round(steps / SNAPSHOTS));

/** Looks of a run of so many steps, the one at the start among them. */
export const looksOf = (steps: number): number => Math.floor(steps / stepsBetween(steps)) + 1;
