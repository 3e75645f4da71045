import { glyphNetwork, type Treatment } from '#lab/glyph-network.ts';
import { initialize } from '#lab/initialize.ts';
import type { Network } from '#lab/network.ts';
import { seedFor } from '#lab/seeds.ts';
import { descend, lossAt, type Batch, type Descending } from '#lab/training.ts';
import { seededRandom } from '#nd/random.ts';
import { dispose, toNdArray, toTensor, type Tensor1D } from '#tensor';
import { LOST } from './data.ts';
import type { Params } from './params.ts';

/** One network on its way down, and where it has been. */
export class Walk {
  readonly network: Network;
  /** All of the network's numbers, before the first step and after each one. */
  readonly path: Float32Array[] = [];
  /** The loss at each point of the path. */
  readonly losses: number[] = [];
  isLost = false;
  private readonly descending: Descending;

  constructor(params: Params, treatment: Treatment) {
    const { depth, width } = params;
    this.network = glyphNetwork({ depth, width, treatment });
    const random = seededRandom(seedFor(params.seed, 'weights'));
    const first = initialize(this.network, 'he', random);
    this.descending = descend(
      this.network,
      { learningRate: params.rate, momentum: params.momentum },
      toTensor(first, 'weights') as Tensor1D,
    );
  }

  /** One step, unless it is lost. */
  async step(batch: Batch): Promise<void> {
    if (this.isLost) return;
    const { data } = await toNdArray(this.descending.vector);
    const { loss, gradient } = this.descending.step(batch);
    const [value] = await loss.data();
    dispose([loss, gradient]);
    this.note(data, value);
  }

  /** Where the last step has led. */
  async arrive(batch: Batch): Promise<void> {
    if (this.isLost) return;
    const { data } = await toNdArray(this.descending.vector);
    const loss = lossAt(this.network, this.descending.vector, batch);
    const [value] = await loss.data();
    loss.dispose();
    this.note(data, value);
  }

  private note(point: Float32Array, loss: number): void {
    this.isLost = !(loss <= LOST);
    if (this.isLost) return;
    this.path.push(point);
    this.losses.push(loss);
  }
}
