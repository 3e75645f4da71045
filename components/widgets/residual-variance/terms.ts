import type { Result } from './compute.ts';

/** Of a signal, in the mean over its channels: variance over the batch, and squared mean. */
export type Moments = { readonly variance: number; readonly squaredMean: number };

/** E[x²], which is the sum of the two. */
export const meanSquare = ({ variance, squaredMean }: Moments): number => variance + squaredMean;

/** What a block adds up, and what comes of it: skip + branch + shared = after. */
export const terms = ['skip', 'branch', 'shared', 'after'] as const;

export type Term = (typeof terms)[number];

export type Block = Readonly<Record<Term, Moments>>;

const momentsIn = (data: ArrayLike<number>, at: number): Moments => ({
  variance: data[at],
  squaredMean: data[at + 1],
});

/** The input, and the state after every block. */
export const statesOf = ({ states }: Result): readonly Moments[] =>
  Array.from({ length: states.shape[0] }, (_, level) => momentsIn(states.data, 3 * level));

/** Cosine between two inputs, in the mean over all pairs: at the input, and after every block. */
export const alikeOf = ({ states }: Result): readonly number[] =>
  Array.from({ length: states.shape[0] }, (_, level) => states.data[3 * level + 2]);

export function blocksOf(result: Result): readonly Block[] {
  const { data, shape } = result.added;
  const states = statesOf(result);
  return Array.from({ length: shape[0] }, (_, block) => ({
    skip: momentsIn(data, 6 * block),
    branch: momentsIn(data, 6 * block + 2),
    shared: momentsIn(data, 6 * block + 4),
    after: states[block + 1],
  }));
}

/** How much of a block's output comes from one of its terms: a part of E[x²]. */
export const shareOf = (block: Block, term: Term): number =>
  meanSquare(block[term]) / meanSquare(block.after);
