import { Followed } from '#lab/followed.ts';
import { gradientShift } from '#lab/shift.ts';
import { lossAndGradient } from '#lab/training.ts';
import { dispose, sgdStep } from '#tensor';

/** What the step of the layers below does to every layer's gradient, from the second layer up. */
export type Shift = {
  /** ‖G‖. */
  readonly lengths: Float32Array;
  /** ‖G′‖. */
  readonly shiftedLengths: Float32Array;
  /** ‖G − G′‖. */
  readonly distances: Float32Array;
  /** cos(G, G′). */
  readonly cosines: Float32Array;
};

/** One run, and how its own steps shift the gradients of its layers. */
export class Shifted extends Followed {
  readonly shifts: Shift[] = [];

  /** Looks at what the step that comes next shifts: on its batch, and shaken as it will be. */
  async measure(): Promise<void> {
    if (this.isLost) return;
    const { recipe, vector, shake } = this.run;
    const batch = this.run.batch();
    const { loss, gradient } = lossAndGradient(recipe.network, vector, batch, { shake: shake() });
    const after = sgdStep(vector, gradient, recipe.learningRate);
    const met = gradientShift(recipe.network, { vector, gradient }, after, batch, shake);
    const { lengths, shiftedLengths, distances, cosines } = met;
    const tensors = [lengths, shiftedLengths, distances, cosines];
    const [length, shifted, distance, cosine] = (await Promise.all(
      tensors.map((tensor) => tensor.data()),
    )) as Float32Array[];
    dispose([batch.inputs, batch.targets, loss, gradient, after, ...tensors]);
    this.shifts.push({
      lengths: length,
      shiftedLengths: shifted,
      distances: distance,
      cosines: cosine,
    });
  }
}
