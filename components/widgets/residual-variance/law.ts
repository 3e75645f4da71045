import { factorsOf } from './data.ts';
import type { Params } from './params.ts';
import { meanSquare, type Block, type Moments } from './terms.ts';

/**
 * Correlation of two signals after one layer of He's weights and a ReLU, of the correlation before: for a
 * width without bound.
 */
export const reluKernel = (c: number): number =>
  (Math.sqrt(Math.max(1 - c ** 2, 0)) + c * (Math.PI - Math.acos(Math.min(Math.max(c, -1), 1)))) /
  Math.PI;

/** Two inputs whose cosine is c share their mean: of a mean square, c is that of the mean. */
const split = (square: number, c: number): Moments => ({
  variance: square * (1 - c),
  squaredMean: square * c,
});

const scaled = ({ variance, squaredMean }: Moments, factor: number): Moments => ({
  variance: factor ** 2 * variance,
  squaredMean: factor ** 2 * squaredMean,
});

/** Cosine between two inputs: what their common mean is of the mean square. */
export const alikeIn = (state: Moments): number => state.squaredMean / meanSquare(state);

/** What the branch of a block gives, of what the block reads; inputs that are independent stay so in nothing but the last. */
function branchOf(kind: Params['kind'], x: Moments): Moments {
  switch (kind) {
    case 'batch':
      return split(1, reluKernel(0));
    case 'batch-last':
    case 'free':
      return split(1, 0);
    default:
      return split(meanSquare(x), reluKernel(alikeIn(x)));
  }
}

/** Every block of a network of any number of units and inputs without bound, which start with variance 1. */
export function lawOf(params: Pick<Params, 'kind' | 'blocks' | 'alpha' | 'skip'>): {
  readonly states: readonly Moments[];
  readonly blocks: readonly Block[];
} {
  const factors = factorsOf(params);
  const states = [split(1, 0)];
  const blocks: Block[] = [];
  for (let block = 0; block < params.blocks; block++) {
    const x = states[block];
    const skip = scaled(x, factors.skip);
    const branch = scaled(branchOf(params.kind, x), factors.branch);
    const after = {
      variance: skip.variance + branch.variance,
      squaredMean: skip.squaredMean + branch.squaredMean,
    };
    states.push(after);
    blocks.push({ skip, branch, shared: split(0, 0), after });
  }
  return { states, blocks };
}
