import { dispose } from '#tensor';
import { isLost } from './outcome.ts';
import type { Training } from './training.ts';

/** A run and the losses that it has come through; it stands still once it is lost. */
export class Followed {
  /** Loss of every step's batch before the step. */
  readonly losses: number[] = [];
  isLost = false;
  protected readonly run: Training;

  constructor(run: Training) {
    this.run = run;
  }

  /** One step of its training, unless it is lost. */
  async step(): Promise<void> {
    if (this.isLost) return;
    const { batch, loss, gradient } = this.run.step();
    const [value] = await loss.data();
    dispose([batch.inputs, batch.targets, loss, gradient]);
    this.losses.push(value);
    this.isLost = isLost(value);
  }
}
