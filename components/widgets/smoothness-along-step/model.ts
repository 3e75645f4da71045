import { computed } from '@preact/signals-core';
import type { WidgetState } from '#kit/widget-state.ts';
import { treatmentsOf } from '#lab/comparisons.ts';
import { quantilesOf } from '#lab/distribution.ts';
import { glyphNetwork, type Treatment } from '#lab/glyph-network.ts';
import { parameterCount } from '#lab/network.ts';
import { lostAt } from '#lab/outcome.ts';
import type { Result } from './compute.ts';
import { looksOf, multiplesOf, POINTS, stepsBetween } from './data.ts';
import type { Params } from './params.ts';

/** What was met along the gradient of one step. */
export type Line = {
  /** Loss and ‖g‖ where the line starts. */
  readonly loss: number;
  readonly length: number;
  /** L(θ − ηg) at each point. */
  readonly losses: Float32Array;
  /** ‖∇L(θ − ηg) − g‖ at each point. */
  readonly changes: Float32Array;
  /** The change at each point for the distance moved, ‖∇L(θ − ηg) − g‖ / η‖g‖. */
  readonly ratios: Float32Array;
  /** The largest of them. */
  readonly smoothness: number;
};

/** One of the networks that learn side by side, as far as it has come. */
export type Run = {
  readonly treatment: Treatment;
  /** One a step, NaN where it has not come or is lost. */
  readonly losses: Float32Array;
  /** At the step where it left for good; undefined if it has not. */
  readonly lostAt: number | undefined;
  /** One for each measured step that there has been. */
  readonly lines: readonly Line[];
  /** Medians over these: of largest less smallest loss, of the largest change, of the smoothness. */
  readonly typical: Readonly<Record<Measure, number>>;
};

export const measures = ['loss', 'change', 'ratio'] as const;

/** What is looked at along a line. */
export type Measure = (typeof measures)[number];

export type Model = ReturnType<typeof createModel>;

export function createModel(state: WidgetState<Params, Result>) {
  /** What the shown run was made with. */
  const params = computed(() => state.answered.value.params);
  const looks = computed(() => looksOf(params.value.steps));
  const look = computed(() => Math.min(state.params.value.look, looks.value - 1));
  const point = computed(() => state.params.value.point - 1);
  const multiples = computed(() => multiplesOf(params.value.reach));
  const stepOf = (at: number): number => at * stepsBetween(params.value.steps);

  const runs = computed((): readonly Run[] => {
    const { result } = state.answered.value;
    const { steps, compare } = params.value;
    return treatmentsOf(compare).map((treatment, run) => {
      const losses = result.losses.data.subarray(run * steps, (run + 1) * steps);
      const all = Array.from({ length: looks.value }, (_, at) =>
        lineOf(result, run * looks.value + at, losses[stepOf(at)], stepSizes.value),
      );
      const lines = all.filter(({ length }) => Number.isFinite(length));
      const medianOf = (measure: (line: Line) => number): number => median(lines.map(measure));
      return {
        treatment,
        losses,
        lostAt: lostAt(losses),
        lines,
        typical: {
          loss: medianOf((line) => Math.max(...line.losses) - Math.min(...line.losses)),
          change: medianOf((line) => Math.max(...line.changes)),
          ratio: medianOf(({ smoothness }) => smoothness),
        },
      };
    });
  });

  const stepSizes = computed(() => multiples.value.map((each) => each * params.value.rate));

  return {
    state,
    params,
    looks,
    look,
    /** The place on the line that is pointed out, counted from 0. */
    point,
    /** Step sizes of the line, in learning rates. */
    multiples,
    runs,
    /** The measured step whose line is shown, counted from 0. */
    step: computed(() => stepOf(look.value)),
    stepOf,
    /** How many directions the network without a norm could go. */
    directions: computed(() =>
      parameterCount(glyphNetwork({ ...params.value, treatment: runs.value[0].treatment })),
    ),
    showStep(step: number): void {
      const at = Math.round(step / stepsBetween(params.value.steps));
      state.show({ look: Math.min(Math.max(at, 0), looks.value - 1) });
    },
    showPoint(next: number): void {
      state.show({ point: Math.min(Math.max(next, 0), POINTS - 1) + 1 });
    },
    /** Points out the place on the line that is nearest to so many learning rates. */
    showMultiple(multiple: number): void {
      const off = multiples.value.map((each) => Math.abs(each - multiple));
      state.show({ point: off.indexOf(Math.min(...off)) + 1 });
    },
  };
}

function lineOf(result: Result, row: number, loss: number, stepSizes: readonly number[]): Line {
  const of = ({ data }: { readonly data: Float32Array }): Float32Array =>
    data.subarray(row * POINTS, (row + 1) * POINTS);
  const length = result.gradientLengths.data[row];
  const changes = of(result.gradientChanges);
  return {
    loss,
    length,
    losses: of(result.lineLosses),
    changes,
    ratios: changes.map((change, point) => change / (stepSizes[point] * length)),
    smoothness: result.smoothness.data[row],
  };
}

/** What the first order predicts at a step size: L − η‖g‖². */
export const predictedAt = ({ loss, length }: Line, stepSize: number): number =>
  loss - stepSize * length ** 2;

/** The middle one of what is finite; NaN if nothing is. */
function median(values: readonly number[]): number {
  const inOrder = values.filter(Number.isFinite).sort((a, b) => a - b);
  return inOrder.length === 0 ? NaN : quantilesOf(inOrder, 3)[1];
}
