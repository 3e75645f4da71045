import { computed } from '@preact/signals-core';
import type { WidgetState } from '#kit/widget-state.ts';
import { maxAbs, maxDifference, sizeOf, withValue, type NdArray } from '#nd/nd-array.ts';
import type { Result } from './compute.ts';
import { drawData } from './data.ts';
import type { Params } from './params.ts';

/** A loss this many times its start has left for good. */
const DIVERGED = 1000;

/** Weights this near to the hidden ones count as found. */
const NEAR = 0.05;

/** A loss this small a part of its start counts as a right output. */
const SMALL = 1e-3;

/** How a run ended. */
export type Outcome = 'diverged' | 'found' | 'other-kernel' | 'noise' | 'learning';

export type Model = ReturnType<typeof createModel>;

export function createModel(state: WidgetState<Params, Result>) {
  const steps = computed(() => state.answered.value.params.steps);
  const step = computed(() => Math.min(state.params.value.step, steps.value));
  const result = computed(() => state.answered.value.result);

  const image = computed(() => drawData(state.answered.value.params).image);
  const kernel = computed(() => frame(result.value.kernels, step.value));
  const gradient = computed(() => frame(result.value.gradients, step.value));
  /** Largest slope at the start: one scale for all gradients of a run, so that they fade as it settles. */
  const firstGradient = computed(() => maxAbs(frame(result.value.gradients, 0).data));
  const next = computed(() => frame(result.value.kernels, Math.min(step.value + 1, steps.value)));
  const output = computed(() => frame(result.value.outputs, step.value));
  const loss = computed(() => result.value.losses.data[step.value]);

  /** What the output still lacks: output − target. */
  const error = computed((): NdArray => {
    const { target } = result.value;
    const { shape, data } = output.value;
    return { shape, data: data.map((value, index) => value - target.data[index]) };
  });

  /** First step at which the loss has left for good; undefined if it never does. */
  const divergedAt = computed(() => {
    const { data } = result.value.losses;
    const index = data.findIndex((value) => !(value <= DIVERGED * data[0]));
    return index < 0 ? undefined : index;
  });

  /** Above this rate the steepest direction overshoots by more than it corrects. */
  const limit = computed(() => 1 / result.value.curvature.data[0]);

  /** Largest difference of a learned weight to its hidden one at the end of the run. */
  const distance = computed(() =>
    maxDifference(
      frame(result.value.kernels, steps.value).data,
      state.answered.value.params.hidden.data,
    ),
  );

  const outcome = computed((): Outcome => {
    const { noise } = state.answered.value.params;
    const { data } = result.value.losses;
    const last = data[steps.value];
    if (divergedAt.value !== undefined) return 'diverged';
    if (distance.value < NEAR) return 'found';
    if (last < SMALL * data[0]) return 'other-kernel';
    return noise > 0 && last < 1.3 * noise ** 2 ? 'noise' : 'learning';
  });

  return {
    state,
    steps,
    step,
    result,
    image,
    kernel,
    gradient,
    firstGradient,
    next,
    output,
    loss,
    error,
    divergedAt,
    limit,
    distance,
    outcome,
    setHidden(cell: { readonly row: number; readonly column: number }, value: number): void {
      const { hidden } = state.params.value;
      state.edit({ hidden: withValue(hidden, cell.row * hidden.shape[1] + cell.column, value) });
    },
    replaceHidden(hidden: NdArray): void {
      state.edit({ hidden });
    },
    goTo(target: number): void {
      state.show({ step: target });
    },
  };
}

/** One step of a run: the slice of its first axis. */
export function frame({ shape, data }: NdArray, step: number): NdArray {
  const rest = shape.slice(1);
  const size = sizeOf(rest);
  return { shape: rest, data: data.subarray(step * size, (step + 1) * size) };
}
