import { seededRandom } from '#nd/random.ts';
import {
  crossEntropy,
  dispose,
  flatten,
  gather,
  momentum,
  sgdStep,
  tidy,
  toTensor,
  unflatten,
  valueAndGradients,
  type Scalar,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
} from '#tensor';
import { batches } from './batches.ts';
import { oneHot, type DataSet } from './data/data-set.ts';
import { forward, type Pass } from './forward.ts';
import { initialize, type Initialization } from './initialize.ts';
import { parametersOf, type Network } from './network.ts';
import { seedFor } from './seeds.ts';
import { shakenBy } from './shake.ts';

/** Examples on the backend. */
export type Batch = {
  /** [N, …input] */
  readonly inputs: Tensor;
  /** [N, classes], one-hot */
  readonly targets: Tensor2D;
};

export function toBatch(data: DataSet): Batch {
  return {
    inputs: toTensor(data.inputs, 'data'),
    targets: toTensor(oneHot(data), 'labels') as Tensor2D,
  };
}

/**
 * A network's loss on a batch.
 * @param vector all of its parameters, one after the other
 */
export function lossAt(network: Network, vector: Tensor1D, batch: Batch, pass?: Pass): Scalar {
  return tidy(() => lossOf(network, unflatten(vector, shapesOf(network)), batch, pass));
}

/**
 * The loss, and its gradient in all parameters as one vector.
 * @param vector all parameters, one after the other
 */
export function lossAndGradient(
  network: Network,
  vector: Tensor1D,
  batch: Batch,
  pass?: Pass,
): { readonly loss: Scalar; readonly gradient: Tensor1D } {
  return tidy(() => {
    const { value, gradients } = valueAndGradients(
      (parameters) => lossOf(network, parameters, batch, pass),
      unflatten(vector, shapesOf(network)),
    );
    return { loss: value, gradient: flatten(gradients) };
  });
}

function lossOf(
  network: Network,
  parameters: readonly Tensor[],
  { inputs, targets }: Batch,
  pass?: Pass,
): Scalar {
  return crossEntropy(forward(network, parameters, inputs, pass) as Tensor2D, targets);
}

const shapesOf = (network: Network) => parametersOf(network).map(({ shape }) => shape);

/** How far a step goes along the gradient. */
export type Descent = {
  readonly learningRate: number;
  /** Share of the velocity that is kept; 0 if not given. */
  readonly momentum?: number;
};

/** Found before a step; to be disposed of by who asked for the step. */
export type Found = { readonly loss: Scalar; readonly gradient: Tensor1D };

/** A network on its way down. */
export type Descending = {
  /** All parameters as they are now: replaced, and the old ones disposed of, by every step. */
  readonly vector: Tensor1D;
  step(batch: Batch, pass?: Pass): Found;
};

/**
 * Gradient descent, with momentum if there is to be some, from these parameters on; they are disposed of.
 * @see torch.optim.SGD
 */
export function descend(network: Network, descent: Descent, start: Tensor1D): Descending {
  const { learningRate, momentum: share = 0 } = descent;
  let vector = start;
  let velocity: Tensor1D | undefined;
  return {
    get vector() {
      return vector;
    },
    step(batch, pass) {
      const found = lossAndGradient(network, vector, batch, pass);
      const before = [vector, velocity];
      if (share > 0) velocity = momentum(velocity, found.gradient, share);
      vector = sgdStep(vector, velocity ?? found.gradient, learningRate);
      dispose(before.filter((tensor) => tensor !== undefined));
      return found;
    },
  };
}

/** All that a run is made from, beside its data: the same recipe on the same backend gives the same run. */
export type Recipe = Descent & {
  readonly network: Network;
  readonly initialization: Initialization;
  readonly batchSize: number;
  readonly seed: number;
};

/** What a step has used and found; tensors, to be disposed of by who asked for the step. */
export type Step = Found & { readonly batch: Batch };

/** A network that learns from batches of its data. */
export type Training = {
  readonly recipe: Recipe;
  /** All parameters as they are now; replaced by every step. */
  readonly vector: Tensor1D;
  /** Shakes noisy norms as the next step will. */
  shake(): Pass['shake'];
  /** What the next step will learn from; to be disposed of by who asked for it. */
  batch(): Batch;
  /** One step of gradient descent on the next batch. */
  step(watch?: Pass['watch']): Step;
};

/** Starts a run from its recipe. */
export function startTraining(recipe: Recipe, data: DataSet): Training {
  const { network, initialization, batchSize, seed } = recipe;
  const all = toBatch(data);
  const order = batches(data.labels.length, batchSize, seedFor(seed, 'batches'));
  const first = initialize(network, initialization, seededRandom(seedFor(seed, 'weights')));
  const descending = descend(network, recipe, toTensor(first, 'weights') as Tensor1D);
  let steps = 0;
  let upcoming = order.next().value;

  const shake = (): Pass['shake'] => shakenBy(seededRandom(seedFor(seed, 'noise', steps)));

  return {
    recipe,
    get vector() {
      return descending.vector;
    },
    shake,
    batch: () => takeBatch(all, upcoming),
    step(watch) {
      const batch = takeBatch(all, upcoming);
      const found = descending.step(batch, { shake: shake(), watch });
      steps++;
      upcoming = order.next().value;
      return { batch, ...found };
    },
  };
}

function takeBatch({ inputs, targets }: Batch, indices: Int32Array): Batch {
  return { inputs: gather(inputs, indices), targets: gather(targets, indices) };
}
