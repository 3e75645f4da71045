import {
  activation,
  activationMoments,
  add,
  batchNorm,
  channelStatistics,
  concat,
  conv2d,
  div,
  linear,
  mul,
  reshape,
  scaledWeightStandardize,
  tidy,
  type Tensor,
  type Tensor2D,
  type Tensor4D,
} from '#tensor';
import { betas, isFree, type ResidualNetwork } from './residual-network.ts';

/** What an activation makes of standard normal numbers. */
export type ActivationMoments = { readonly meanSquare: number; readonly variance: number };

/** @returns read back from the backend: the factors of all weights depend on them */
export async function momentsOf(name: ResidualNetwork['activation']): Promise<ActivationMoments> {
  const moments = activationMoments(name);
  const [, meanSquare, variance] = await moments.data();
  moments.dispose();
  return { meanSquare, variance };
}

/** Weights as {@link scaleWeights} gives them. */
export type SignalWeights = {
  /** For each block, [C, C] or [C, C, K, K]. */
  readonly branch: readonly Tensor[];
  /** For each block that is a transition, [C, C] or [C, C, 1, 1]. */
  readonly shortcut: ReadonlyMap<number, Tensor>;
};

/** Means, then variances, of all channels. */
export type Trace = {
  /** Of the input and after every block, [2, blocks + 1, C]. */
  readonly states: Tensor;
  /** Of what every branch gives, before it is scaled and added, [2, blocks, C]. */
  readonly branches: Tensor;
};

/**
 * Sends a batch through a residual network that has learned nothing, and measures it on its way.
 *
 * @param input [N, C] or [N, C, H, W]
 */
export function traceSignal(
  network: ResidualNetwork,
  moments: ActivationMoments,
  weights: SignalWeights,
  input: Tensor,
): Trace {
  return tidy(() => {
    const states = [input];
    const branches: Tensor[] = [];
    for (let block = 0; block < network.blocks; block++) {
      const own = {
        branch: weights.branch[block],
        shortcut: weights.shortcut.get(block),
      };
      const { branch, output } = passBlock(network, moments, own, block, states[block]);
      states.push(output);
      branches.push(branch);
    }
    return { states: statisticsOf(states), branches: statisticsOf(branches) };
  });
}

/** What goes through one block. */
export type Passage = {
  /** The input, or what the weights of a transition make of it. */
  readonly shortcut: Tensor;
  /** What the branch gives, before it is scaled and added. */
  readonly branch: Tensor;
  readonly output: Tensor;
};

/**
 * Sends a batch through one block of a network.
 *
 * @param weights as {@link scaleWeights} gives them; those of the shortcut are used by a transition only
 * @param block its place, from 0
 * @param x [N, C] or [N, C, H, W]
 */
export function passBlock(
  network: ResidualNetwork,
  moments: ActivationMoments,
  weights: { readonly branch: Tensor; readonly shortcut?: Tensor },
  block: number,
  x: Tensor,
): Passage {
  const deviation = isFree(network.kind) ? betas(network)[block] : 1;
  const entered = enter(network, moments, x, deviation);
  const branch = product(entered, weights.branch);
  const isTransition = network.transitions.includes(block);
  const shortcut = isTransition && weights.shortcut ? product(entered, weights.shortcut) : x;
  return { shortcut, branch, output: join(network, shortcut, branch) };
}

/**
 * Weights as a network wants them. Plain networks have He's, with variance 1 / (N E[g²]), so that the
 * branch has the mean square of its input; with 1 / N where a norm comes last.
 *
 * @param raw normal numbers of variance 1, of any number of filters: [O, I] or [O, I, K, K]
 */
export function scaleWeights(
  { kind }: ResidualNetwork,
  { meanSquare }: ActivationMoments,
  raw: Tensor,
): Tensor {
  if (kind === 'free') return scaledWeightStandardize(raw);
  const fanIn = raw.size / raw.shape[0];
  return mul(raw, 1 / Math.sqrt(fanIn * (kind === 'batch-last' ? 1 : meanSquare)));
}

/** What the weights of a block read. */
function enter(
  { kind, activation: name, divides }: ResidualNetwork,
  { variance }: ActivationMoments,
  x: Tensor,
  beta: number,
): Tensor {
  switch (kind) {
    case 'batch':
      return activation(batchNorm(x).y, name);
    case 'batch-last':
      return batchNorm(activation(x, name)).y;
    case 'free':
    case 'free-plain': {
      const gamma = kind === 'free' ? 1 / Math.sqrt(variance) : 1;
      return divides === 'before'
        ? mul(activation(div(x, beta), name), gamma)
        : mul(activation(x, name), gamma / beta);
    }
    default:
      return activation(x, name);
  }
}

/** Convolutions keep the size, with zeros around. */
const product = (x: Tensor, weight: Tensor): Tensor =>
  x.rank === 2
    ? linear(x as Tensor2D, weight as Tensor2D)
    : conv2d(x as Tensor4D, weight as Tensor4D, { padding: ((weight.shape[2] ?? 1) - 1) / 2 });

function join({ kind, alpha, skip }: ResidualNetwork, shortcut: Tensor, f: Tensor): Tensor {
  switch (kind) {
    case 'halved':
      return mul(add(shortcut, f), Math.SQRT1_2);
    case 'skip-init':
      return add(shortcut, mul(f, skip));
    case 'free':
    case 'free-plain':
      return add(shortcut, mul(f, alpha));
    default:
      return add(shortcut, f);
  }
}

/** Of signals with C channels each, [2, signals, C]: in one step, since many small ones take longer. */
function statisticsOf(signals: readonly Tensor[]): Tensor {
  const [, channels] = signals[0].shape;
  const statistics = channelStatistics(concat([...signals], 1));
  return reshape(statistics, [2, signals.length, channels]);
}
