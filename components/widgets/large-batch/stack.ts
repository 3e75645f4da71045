import { initialize } from '#lab/initialize.ts';
import { parametersOf, type Layer, type Network } from '#lab/network.ts';
import { sizeOf } from '#nd/nd-array.ts';
import { seededRandom } from '#nd/random.ts';
import { seedFor } from '#lab/seeds.ts';
import type { Batch } from '#lab/training.ts';
import {
  activation,
  add,
  batchNorm,
  crossEntropy,
  dispose,
  fill,
  linear,
  matMul,
  mul,
  reshape,
  sub,
  sum,
  tidy,
  toTensor,
  transpose,
  valueAndGradients,
  type NormOptions,
  type Scalar,
  type Statistics,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
} from '#tensor';

/** Standardizes units, [1, units of all, N]. */
type Norm = (x: Tensor, options: NormOptions) => Tensor;

/** As in training: by what the batch itself has. */
const byBatch: Norm = (x, options) => batchNorm(x, options).y;

/**
 * Networks that are alike and begin alike, and learn from the same batches, each at a rate of its own:
 * all of them in one go. What they hold is [networks, units, examples].
 */
export class Stack {
  /** [networks, …shape of one] each. */
  private parameters: readonly Tensor[];
  private readonly network: Network;
  /** Of the same shapes: a rate for every number, since what has to be spread is slow on the CPU. */
  private readonly rates: readonly Tensor[];
  /** A 1 before the loss of each: the gradient in it is that loss. */
  private readonly factors: Tensor1D;

  constructor(network: Network, rates: readonly number[], seed: number) {
    const first = initialize(network, 'he', seededRandom(seedFor(seed, 'weights'))).data;
    const shapes = parametersOf(network).map(({ shape }) => [rates.length, ...shape]);
    const tensors = (value: (run: number, at: number) => number): readonly Tensor[] => {
      let from = 0;
      return shapes.map((shape) => {
        const size = sizeOf(shape) / rates.length;
        const start = from;
        from += size;
        const data = Float32Array.from({ length: rates.length * size }, (_, index) =>
          value(Math.floor(index / size), start + (index % size)),
        );
        return toTensor({ shape, data }, 'weights');
      });
    };
    this.network = network;
    this.parameters = tensors((_, at) => first[at]);
    this.rates = tensors((run) => rates[run]);
    const ones = new Float32Array(rates.length).fill(1);
    this.factors = toTensor({ shape: [rates.length], data: ones }, 'factors') as Tensor1D;
  }

  /** One step of every network on a batch. @returns their losses before it, to be disposed of */
  step({ inputs, targets }: Batch): Tensor1D {
    const before = this.parameters;
    const [losses, ...after] = tidy(() => {
      const { gradients } = valueAndGradients(
        ([factors, ...parameters]) =>
          sum(
            mul(factors, crossEntropy(this.logits(parameters, inputs, byBatch), targets)),
          ) as Scalar,
        [this.factors, ...before],
      );
      const moved = before.map((parameter, index) =>
        sub(parameter, mul(this.rates[index], gradients[index + 1])),
      );
      return [gradients[0], ...moved];
    });
    this.parameters = after;
    dispose([...before]);
    return losses as Tensor1D;
  }

  /**
   * How far the networks have come: the loss of each on all that is learned from, and its logits
   * [networks, N, classes] for what is not. A norm takes its statistics from all that is learned from.
   * To be disposed of.
   */
  measure(learned: Batch, unseen: Tensor): readonly [losses: Tensor1D, logits: Tensor3D] {
    return tidy(() => {
      const taken: Statistics[] = [];
      const losses = crossEntropy(
        this.logits(this.parameters, learned.inputs, (x, options) => {
          const { y, mean, variance } = batchNorm(x, options);
          taken.push({ mean, variance });
          return y;
        }),
        learned.targets,
      );
      const logits = this.logits(this.parameters, unseen, (x, options) => {
        const running = taken.shift();
        return batchNorm(x, { ...options, running }).y;
      });
      return [losses, logits] as const;
    });
  }

  dispose(): void {
    dispose([...this.parameters, ...this.rates, this.factors]);
  }

  /** [networks, N, classes] */
  private logits(parameters: readonly Tensor[], inputs: Tensor, norm: Norm): Tensor3D {
    const rest = parameters[Symbol.iterator]();
    const next = (): Tensor => rest.next().value as Tensor;
    const [networks] = this.factors.shape;
    const ones = fill([networks, 1, inputs.shape[0]], 1) as Tensor3D;
    const through = (layers: readonly Layer[], input: Tensor): Tensor =>
      layers.reduce((x, layer) => apply(layer, x), input);

    const apply = (layer: Layer, x: Tensor): Tensor => {
      switch (layer.kind) {
        case 'dense': {
          const weight = next() as Tensor3D;
          const y =
            x.rank === 2 ? firstDense(weight, x as Tensor2D) : matMul(weight, x as Tensor3D);
          if (layer.bias === false) return y;
          // A product with ones spreads a bias over the examples, many times faster than the sum would.
          return add(y, matMul(reshape(next(), [networks, layer.units, 1]) as Tensor3D, ones));
        }
        case 'norm': {
          const [, each, examples] = (x as Tensor3D).shape;
          const units = networks * each;
          const [gamma, beta] = [next(), next()].map((row) => reshape(row, [units]));
          return reshape(norm(reshape(x, [1, units, examples]), { gamma, beta }), x.shape);
        }
        case 'activation':
          return activation(x, layer.name);
        case 'residual':
          return add(x, through(layer.branch, x));
        case 'flatten':
          return reshape(x, [x.shape[0], x.size / x.shape[0]]);
        default:
          throw new RangeError(`${layer.kind} cannot be stacked`);
      }
    };
    return transpose(through(this.network.layers, inputs), [0, 2, 1]) as Tensor3D;
  }
}

/** All networks see the same pictures: [networks, O, I], [N, I] → [networks, O, N]. */
function firstDense(weight: Tensor3D, x: Tensor2D): Tensor {
  const [networks, outputs, inputs] = weight.shape;
  const all = reshape(weight, [networks * outputs, inputs]) as Tensor2D;
  return reshape(linear(all, x), [networks, outputs, x.shape[0]]);
}
