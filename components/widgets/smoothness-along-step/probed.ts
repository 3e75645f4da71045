import { lengthOf } from '#lab/euclidean.ts';
import { Followed } from '#lab/followed.ts';
import { alongGradient } from '#lab/line.ts';
import { lossAndGradient, type Training } from '#lab/training.ts';
import { dispose } from '#tensor';

/** What was met along the gradient of one step. */
export type Probe = {
  /** ‖∇L‖ where the line starts. */
  readonly length: number;
  /** L(θ − ηg), one for each step size. */
  readonly losses: Float32Array;
  /** ‖∇L(θ − ηg) − g‖, one for each step size. */
  readonly changes: Float32Array;
  /** The largest change of the gradient for the distance moved. */
  readonly smoothness: number;
};

/** One run, and what is found along its gradients. */
export class Probed extends Followed {
  readonly probes: Probe[] = [];
  private readonly stepSizes: readonly number[];

  constructor(run: Training, stepSizes: readonly number[]) {
    super(run);
    this.stepSizes = stepSizes;
  }

  /** Looks along the gradient of the step that comes next: on its batch, and shaken as it will be. */
  async probe(): Promise<void> {
    if (this.isLost) return;
    const { recipe, vector, shake } = this.run;
    const batch = this.run.batch();
    const { loss, gradient } = lossAndGradient(recipe.network, vector, batch, { shake: shake() });
    const met = alongGradient(recipe.network, { vector, gradient }, batch, this.stepSizes, shake);
    const own = lengthOf(gradient);
    const [losses, changes, [length]] = (await Promise.all(
      [met.losses, met.changes, own].map((tensor) => tensor.data()),
    )) as Float32Array[];
    dispose([batch.inputs, batch.targets, loss, gradient, met.losses, met.changes, own]);
    const ratios = this.stepSizes.map((stepSize, point) => changes[point] / (stepSize * length));
    this.probes.push({ length, losses, changes, smoothness: Math.max(...ratios) });
  }
}
