import type { BlockKind, ResidualNetwork } from '#lab/residual-network.ts';
import type { Params } from './params.ts';

/** Random inputs that are sent through. */
export const BATCH = 128;

/** How much of the signal is shown: so many of its channels, for so many of the inputs. */
export const CHANNELS = 8;
export const INPUTS = 4;

export const kinds = ['none', 'halved', 'batch', 'batch-last', 'skip-init', 'free'] as const;

/** The theme's hue of each: as in the figure of the variances block by block. */
export const hues: Readonly<Record<Kind, number>> = {
  none: 5,
  halved: 2,
  batch: 4,
  'batch-last': 1,
  'skip-init': 7,
  free: 6,
};

export type Kind = (typeof kinds)[number] & BlockKind;

/** What ReLU makes of standard normal numbers, in closed form. */
export const reluMoments = { meanSquare: 1 / 2, variance: (1 - 1 / Math.PI) / 2 };

export const networkOf = ({ kind, blocks, alpha, skip }: Params): ResidualNetwork => ({
  kind,
  blocks,
  activation: 'relu',
  alpha,
  skip,
  transitions: [],
  divides: 'before',
});

/** What a block multiplies its input and its branch by before it adds them. */
export function factorsOf({ kind, alpha, skip }: Pick<Params, 'kind' | 'alpha' | 'skip'>): {
  readonly skip: number;
  readonly branch: number;
} {
  const half = Math.SQRT1_2;
  switch (kind) {
    case 'halved':
      return { skip: half, branch: half };
    case 'skip-init':
      return { skip: 1, branch: skip };
    case 'free':
      return { skip: 1, branch: alpha };
    default:
      return { skip: 1, branch: 1 };
  }
}

/** The param that a reader moves the branch's factor with, where there is one. */
export function factorName(kind: Kind): 'skip' | 'alpha' | undefined {
  if (kind === 'skip-init') return 'skip';
  return kind === 'free' ? 'alpha' : undefined;
}
