import type { ActivationName } from '#nd/activation-names.ts';

/**
 * What a block does to its input before its weights, to what they give, and to what it adds:
 *
 *     none          x + W g(x)
 *     halved        (x + W g(x)) / √2
 *     batch         x + W g(BN(x))
 *     batch-last    x + W BN(g(x))
 *     skip-init     x + s W g(x)
 *     free          x + α Ŵ γ g(x / β), Ŵ by scaled weight standardization: see brock2021nfresnet
 *     free-plain    x + α W g(x / β), the same without standardized weights
 */
export const blockKinds = [
  'none',
  'halved',
  'batch',
  'batch-last',
  'skip-init',
  'free',
  'free-plain',
] as const;

export type BlockKind = (typeof blockKinds)[number];

/** A chain of residual blocks of one weight each, before it has learned anything. */
export type ResidualNetwork = {
  readonly kind: BlockKind;
  readonly blocks: number;
  readonly activation: ActivationName;
  /** α of blocks without a norm. */
  readonly alpha: number;
  /** s of SkipInit, which starts training at 0. */
  readonly skip: number;
  /** Places of blocks whose shortcut has a weight too and reads what the branch reads: stages begin there. */
  readonly transitions: readonly number[];
  /** Whether β divides before the activation, as in the paper, or after it, as in released code. */
  readonly divides: 'before' | 'after';
};

export const isFree = (kind: BlockKind): boolean => kind === 'free' || kind === 'free-plain';

/** Where a stage begins, from the numbers of blocks of each. */
export function stageStarts(stages: readonly number[]): readonly number[] {
  return stages.map((_, stage) => stages.slice(0, stage).reduce((sum, blocks) => sum + blocks, 0));
}

/**
 * The variance that is expected before every block and after the last, [blocks + 1]: the one that the
 * blocks without a norm are built on. α² is added by each, and a transition starts anew from 1.
 */
export function expectedVariances({
  blocks,
  alpha,
  transitions,
}: Pick<ResidualNetwork, 'blocks' | 'alpha' | 'transitions'>): readonly number[] {
  const variances = [1];
  for (let block = 0; block < blocks; block++) {
    variances.push((transitions.includes(block) ? 1 : variances[block]) + alpha ** 2);
  }
  return variances;
}

/** What the input of each block is divided by: the deviation that is expected there. */
export const betas = (network: Parameters<typeof expectedVariances>[0]): readonly number[] =>
  expectedVariances(network).slice(0, -1).map(Math.sqrt);

/**
 * Mean square of the state before every block and after the last, [blocks + 1], for a width without
 * bound and inputs of variance 1; undefined where it depends on more than the activation's scale.
 * @see de2020skipinit for all but the last two
 */
export function expectedMeanSquares(network: ResidualNetwork): readonly number[] | undefined {
  const { kind, blocks, activation, skip, transitions } = network;
  if (isFree(kind)) return expectedVariances(network);
  const growth: Readonly<Record<Exclude<BlockKind, 'free' | 'free-plain'>, (m: number) => number>> =
    {
      none: (m) => 2 * m,
      halved: (m) => m,
      batch: (m) => m + 1,
      'batch-last': (m) => m + 1,
      'skip-init': (m) => m * (1 + skip ** 2),
    };
  const isNormed = kind === 'batch' || kind === 'batch-last';
  const isScaleFree = ['identity', 'relu', 'leakyRelu'].includes(activation);
  if (!isNormed && !isScaleFree) return undefined;
  const squares = [1];
  for (let block = 0; block < blocks; block++) {
    const resets = isNormed && transitions.includes(block);
    squares.push(growth[kind as keyof typeof growth](resets ? 1 : squares[block]));
  }
  return squares;
}

/**
 * How far the measured variance of a dense network with standardized weights and α strays from the
 * expected one, as a standard deviation before every block and after the last, [blocks + 1].
 *
 * A branch of n units has a variance that strays by √(2q), q = (1/m + 1/n) / n for m inputs; what it has
 * in common with the state by chance adds 2α √(q Var x); and what has strayed before grows along.
 *
 * @param units n, and m inputs
 */
export function samplingDeviations(
  network: Parameters<typeof expectedVariances>[0],
  { units, inputs }: { readonly units: number; readonly inputs: number },
): readonly number[] {
  const { alpha, transitions } = network;
  const variances = expectedVariances(network);
  const q = (1 / inputs + 1 / units) / units;
  const squares = [2 / (inputs * units)];
  for (const [block, variance] of variances.slice(0, -1).entries()) {
    // A shortcut with weights reads what has been divided by β, and strays by itself as well.
    const isTransition = transitions.includes(block);
    const entering = isTransition ? 1 : variance;
    const kept = squares[block] * ((entering + alpha ** 2) / variance) ** 2;
    const own = isTransition ? 2 * q : 0;
    squares.push(kept + own + 2 * q * alpha ** 4 + 4 * q * alpha ** 2 * entering);
  }
  return squares.map(Math.sqrt);
}
