import { deviationOf, distanceMoved, quantilesOf } from '#lab/distribution.ts';
import { activationInputs, type Treatment } from '#lab/glyph-network.ts';
import { Followed } from '#lab/followed.ts';
import { forward } from '#lab/forward.ts';
import { parametersOf } from '#lab/network.ts';
import type { Batch, Training } from '#lab/training.ts';
import type { NdArray } from '#nd/nd-array.ts';
import { dispose, stack, tidy, toNdArray, unflatten, type Tensor } from '#tensor';
import { QUANTILES } from './data.ts';
import type { Params } from './params.ts';

/** One run and what has been seen of it. */
export class Watched extends Followed {
  /** [looks][layers][quantiles] */
  readonly quantiles: number[][][] = [];
  /** [looks][layers] */
  readonly drift: number[][] = [];
  readonly accuracy: number[] = [];
  /** What each unit of each layer received at the last look, in order: [layers][units][examples]. */
  private last: Float32Array[][] = [];
  private readonly places: readonly string[];
  private readonly unit: number;
  private readonly labels: Uint8Array;

  constructor(run: Training, params: Params, treatment: Treatment, labels: Uint8Array) {
    super(run);
    this.places = activationInputs({ ...params, treatment });
    this.unit = Math.min(params.unit, params.width) - 1;
    this.labels = labels;
  }

  /** Looks at all layers, with glyphs that it does not learn from. */
  async look(probe: Batch): Promise<void> {
    if (this.isLost) return;
    const { inputs, logits } = this.pass(probe);
    const [received, answers] = await Promise.all([toNdArray(inputs), toNdArray(logits)]);
    dispose([inputs, logits]);
    const layers = sortedUnits(received);
    this.quantiles.push(layers.map((units) => quantilesOf(units[this.unit], QUANTILES)));
    this.drift.push(layers.map((units, layer) => meanDrift(this.last[layer], units)));
    this.accuracy.push(accuracyOf(answers, this.labels));
    this.last = layers;
  }

  /** What the activations receive, [layers, examples, units], and what comes out. */
  private pass(probe: Batch): { readonly inputs: Tensor; readonly logits: Tensor } {
    const { network } = this.run.recipe;
    return tidy(() => {
      const shapes = parametersOf(network).map(({ shape }) => shape);
      const seen = new Map<string, Tensor>();
      const logits = forward(network, unflatten(this.run.vector, shapes), probe.inputs, {
        shake: this.run.shake(),
        watch: (place, output) => void seen.set(place, output),
      });
      return { inputs: stack(this.places.map((place) => seen.get(place) as Tensor)), logits };
    });
  }
}

/** Each unit's values in order: [layers][units][examples]. */
function sortedUnits({ shape: [layers, examples, units], data }: NdArray): Float32Array[][] {
  return Array.from({ length: layers }, (_, layer) =>
    Array.from({ length: units }, (_, unit) =>
      Float32Array.from(
        { length: examples },
        (_, example) => data[(layer * examples + example) * units + unit],
      ).sort(),
    ),
  );
}

function meanDrift(
  before: readonly Float32Array[] | undefined,
  now: readonly Float32Array[],
): number {
  if (!before) return 0;
  const moves = now.flatMap((values, unit) => {
    const deviation = deviationOf(before[unit]);
    // A unit that never varies has no deviation to measure by.
    return deviation > 0 ? [distanceMoved(before[unit], values) / deviation] : [];
  });
  return moves.reduce((sum, move) => sum + move, 0) / (moves.length || 1);
}

function accuracyOf({ shape: [examples, classes], data }: NdArray, labels: Uint8Array): number {
  let right = 0;
  for (let example = 0; example < examples; example++) {
    const answer = data.subarray(example * classes, (example + 1) * classes);
    if (answer.indexOf(Math.max(...answer)) === labels[example]) right++;
  }
  return right / examples;
}
