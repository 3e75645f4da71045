import { blockKinds, isFree, stageStarts, type ResidualNetwork } from '#lab/residual-network.ts';
import type { Params } from './params.ts';

/** Inputs of a dense network. */
export const BATCH = 64;

/** Images of a convolutional one, their side, and its kernel's. */
export const IMAGES = 4;
export const SIDE = 6;
export const KERNEL = 3;

/** Four networks stand side by side. */
export const places = ['first', 'second', 'third', 'fourth'] as const;

export const slotKinds = [...blockKinds, 'off'] as const;

/** Numbers of blocks in each stage, of nfnets/nf_resnet.py and nfnets/nfnet.py. */
const stages = {
  one: [],
  resnet50: [3, 4, 6, 3],
  nfnetF0: [1, 2, 6, 3],
} as const;

export type Stages = keyof typeof stages;

export const stageNames = Object.keys(stages) as readonly Stages[];

/** Every block of one stage alone, or those that begin the stages of a known network. */
export const transitionsOf = (name: Stages): readonly number[] => stageStarts(stages[name]);

export type Shown = { readonly slot: number; readonly network: ResidualNetwork };

/** The networks that are compared, each with its place. */
export function shownNetworks(params: Params): readonly Shown[] {
  const { blocks, activation, alpha, divides } = params;
  return places.flatMap((place, slot) => {
    const kind = params[place];
    if (kind === 'off') return [];
    const transitions = transitionsOf(params.stages).filter((block) => block < blocks);
    // What a kind has not is always the same, so that its networks are the same.
    const own = isFree(kind) ? { alpha, divides } : ({ alpha: 1, divides: 'before' } as const);
    // SkipInit starts at 0; it is shown at the largest value that keeps the variance in bounds.
    const skip = kind === 'skip-init' ? 1 / Math.sqrt(blocks) : 0;
    return [{ slot, network: { kind, blocks, activation, skip, transitions, ...own } }];
  });
}

/** Units, or channels: a convolution sums over nine cells of each. */
export const channelsOf = ({ layer, width }: Pick<Params, 'layer' | 'width'>): number =>
  layer === 'dense' ? Number(width) : Number(width) / 4;

/** What the curves follow, in the order of the result's second axis. */
export const quantities = ['squaredMean', 'variance', 'branch'] as const;

export type Quantity = (typeof quantities)[number];
