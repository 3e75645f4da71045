import type { Network } from '#lab/network.ts';
import { isLost } from '#lab/outcome.ts';
import type { Batch } from '#lab/training.ts';
import { dispose, type Tensor, type Tensor2D } from '#tensor';
import { Stack } from './stack.ts';

/** Runs of one network with batches of one size, one at each rate, and what has been seen of them. */
export class Row {
  /** After the last step: loss on all that is learned from, and part of the rest that is read right. */
  losses: readonly number[] = [];
  accuracies: readonly number[] = [];
  /** The step at which each has left for good, counted from 1; 0 if it has not. */
  readonly lost: number[];
  /** Mean loss of each epoch that is over: [epochs][rates]. */
  readonly courses: number[][] = [];
  private readonly stack: Stack;
  private readonly perEpoch: number;
  private steps = 0;
  private sums: number[];

  constructor(network: Network, rates: readonly number[], seed: number, perEpoch: number) {
    this.stack = new Stack(network, rates, seed);
    this.lost = rates.map(() => 0);
    this.sums = rates.map(() => 0);
    this.perEpoch = perEpoch;
  }

  /** Whether no run is left. */
  get isLost(): boolean {
    return this.lost.every((step) => step > 0);
  }

  /** One step of all runs; the batch is disposed of. */
  async step(inputs: Tensor, targets: Tensor): Promise<void> {
    const found = this.stack.step({ inputs, targets: targets as Tensor2D });
    const losses = await found.data();
    dispose([inputs, targets, found]);
    this.steps++;
    losses.forEach((loss, run) => this.note(run, loss));
    if (this.steps % this.perEpoch !== 0) return;
    this.courses.push(this.sums.map((sum) => sum / this.perEpoch));
    this.sums = this.sums.map(() => 0);
  }

  /** Looks at what has been learned. No step follows. */
  async finish(learned: Batch, unseen: Tensor, labels: Uint8Array): Promise<void> {
    const [found, logits] = this.stack.measure(learned, unseen);
    const [losses, answers] = await Promise.all([
      found.data<'float32'>(),
      logits.data<'float32'>(),
    ]);
    dispose([found, logits]);
    this.stack.dispose();
    losses.forEach((loss, run) => this.note(run, loss));
    const orNaN = (value: number, run: number): number => (this.lost[run] > 0 ? NaN : value);
    this.losses = Array.from(losses, orNaN);
    const each = answers.length / losses.length;
    this.accuracies = Array.from(losses, (_, run) =>
      orNaN(accuracyOf(answers.subarray(run * each, (run + 1) * each), labels), run),
    );
  }

  private note(run: number, loss: number): void {
    if (this.lost[run] === 0 && isLost(loss)) this.lost[run] = this.steps;
    this.sums[run] += this.lost[run] > 0 ? NaN : loss;
  }
}

/** Part of pictures whose class has the largest of their logits, [N · classes]. */
function accuracyOf(logits: Float32Array, labels: Uint8Array): number {
  const classes = logits.length / labels.length;
  const right = labels.filter((label, at) => {
    const answer = logits.subarray(at * classes, (at + 1) * classes);
    return answer.indexOf(Math.max(...answer)) === label;
  });
  return right.length / labels.length;
}
