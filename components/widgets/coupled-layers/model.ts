import { computed, signal } from '@preact/signals-core';
import type { WidgetState } from '#kit/widget-state.ts';
import { ndArray, withValue, type NdArray } from '#nd/nd-array.ts';
import type { Result } from './compute.ts';
import { longestStep, POINTS, TENTH, typed, watchedOf } from './data.ts';
import type { Outcome } from './outcome.ts';
import { SHORT, type Params } from './params.ts';
import { partialSums } from './partial-sums.ts';
import { shapeOf } from './shape.ts';

export type Model = ReturnType<typeof createModel>;

export function createModel(state: WidgetState<Params, Result>) {
  const pointed = signal<number | undefined>(undefined);
  let presses = 0;
  /** End of the axis of step lengths while it is dragged along: it must not move under the hand. */
  const held = signal<number | undefined>(undefined);

  const params = computed(() => state.answered.value.params);
  const result = computed(() => state.answered.value.result);
  const layers = computed(() => params.value.weights.data.length);
  const isShort = computed(() => layers.value <= SHORT);
  const isNormalized = computed(() => params.value.beside !== 'none');
  const epsilon = computed(() => typed(params.value.epsilon));

  /** Layers that have taken their step. */
  const done = computed(() => Math.min(state.params.value.step, layers.value));
  /** The layer that is written out, counted from 0: the one pointed at, or else the chosen one. */
  const layer = computed(() =>
    Math.min(pointed.value ?? state.params.value.layer - 1, layers.value - 1),
  );
  const watched = computed(() => watchedOf(params.value));
  const input = computed(() => typed(params.value.x.data[watched.value]));
  const weights = computed(() => Array.from(params.value.weights.data, typed));

  /** The output in every state, from none moved to all. */
  const outputs = computed(() => bothParts(result.value.outputs));
  /** What the step of each layer promises, as if all others stood still. */
  const promises = computed(() => bothParts(result.value.promises));
  /** What the step of each layer does, when those below it have already moved. */
  const deeds = computed(() =>
    promises.value.map((_, index) => outputs.value[index + 1] - outputs.value[index]),
  );
  /** gᵀg, the squared length of the gradient. */
  const squaredNorm = computed(() => TENTH / bothParts(result.value.tenth)[0]);

  function outcomeAfter(moved: number): Outcome {
    const [before] = outputs.value;
    return { before, promised: before + sumOf(promises.value, moved), after: outputs.value[moved] };
  }

  /** What the normalized chain promises of each layer for the same step. */
  const normPromises = computed(() => {
    const { normGradient, product } = result.value;
    return Array.from(
      normGradient.data,
      (slope, index) => -epsilon.value * product.data[index] * slope,
    );
  });

  const normDeeds = computed(() => {
    const { data } = result.value.normOutputs;
    return normPromises.value.map((_, index) => data[index + 1] - data[index]);
  });

  function normOutcomeAfter(moved: number): Outcome {
    const { data } = result.value.normOutputs;
    return {
      before: data[0],
      promised: data[0] + sumOf(normPromises.value, moved),
      after: data[moved],
    };
  }

  /** Columns of the batch as it is normalized and as it comes out, before the step and now. */
  const batches = computed(() => {
    const { hidden, normalized } = result.value;
    return {
      hidden: { before: column(hidden, 0), now: column(hidden, done.value) },
      normalized: { before: column(normalized, 0), now: column(normalized, done.value) },
    };
  });

  const shapes = computed(() => {
    const { hidden, normalized } = batches.value;
    return {
      hidden: { before: shapeOf(hidden.before), now: shapeOf(hidden.now) },
      normalized: { before: shapeOf(normalized.before), now: shapeOf(normalized.now) },
    };
  });

  /** The chain as a row of what goes from layer to layer, in a state. */
  const nodesIn = (done: number): readonly number[] => row(result.value.nodes, done);
  const lowerIn = (done: number): readonly number[] =>
    params.value.beside === 'relu-norm'
      ? column(result.value.lower, done)
      : nodesIn(done).slice(0, -1);

  /** Whether the scale of the normalized values has changed its sign, and their order with it. */
  const isTurned = computed(() => {
    const { before, now } = batches.value.normalized;
    return before[watched.value] * now[watched.value] < 0;
  });

  const axisEnd = computed(() => held.value ?? longestStep(params.value));
  const curveEnd = computed(() => longestStep(params.value));

  function setWeight(index: number, value: number, gesture?: string): void {
    state.show({ layer: index + 1 });
    state.edit({ weights: withValue(state.params.value.weights, index, value) }, gesture);
  }

  return {
    state,
    pointed,
    params,
    result,
    layers,
    isShort,
    isNormalized,
    epsilon,
    done,
    layer,
    watched,
    input,
    weights,
    outputs,
    promises,
    deeds,
    squaredNorm,
    normPromises,
    normDeeds,
    batches,
    shapes,
    isTurned,
    axisEnd,
    /** Places of the curve's points along the axis. */
    curveAt: (point: number): number => (curveEnd.value * point) / (POINTS - 1),
    /** The outcome of both chains in the state that is shown, and of the whole step. */
    outcome: computed(() => outcomeAfter(done.value)),
    wholeOutcome: computed(() => outcomeAfter(layers.value)),
    normOutcome: computed(() => normOutcomeAfter(done.value)),
    wholeNormOutcome: computed(() => normOutcomeAfter(layers.value)),
    nodes: computed(() => ({ before: nodesIn(0), now: nodesIn(done.value) })),
    normNodes: computed(() => {
      const { before, now } = batches.value.normalized;
      const { normOutputs } = result.value;
      const of = (state: number, normalized: readonly number[]): readonly number[] => [
        ...lowerIn(state),
        normalized[watched.value],
        normOutputs.data[state],
      ];
      return { before: of(0, before), now: of(done.value, now) };
    }),
    /** The change by order, and the output as it is predicted with all orders up to each. */
    orders: computed(() => {
      const { data } = result.value.orders;
      const [before] = outputs.value;
      const after = outputs.value[layers.value];
      const changes = [sumOf(promises.value, layers.value), ...data.subarray(2)];
      return { changes, sums: partialSums(before, changes, after) };
    }),
    /** The step length that is to lower the output by 0.1, and the output after it; none without a slope. */
    tenth: computed(() => {
      const [length, output] = bothParts(result.value.tenth);
      return Number.isFinite(length) ? { length, output } : undefined;
    }),
    hold(): void {
      presses++;
      held.value = axisEnd.peek();
    },
    /** Names the present press of the pointer: what it does is undone together. */
    press: (): string => `press ${presses}`,
    release(): void {
      held.value = undefined;
    },
    choose(index: number): void {
      pointed.value = undefined;
      state.show({ layer: index + 1 });
    },
    setWeight,
    setEvery(value: number): void {
      state.edit({ weights: ndArray([1, layers.value], Array<number>(layers.value).fill(value)) });
    },
    /** Fewer layers lose the last ones; new ones are like the last. */
    setLayers(wanted: number): void {
      const { data } = state.params.value.weights;
      const values = Array.from({ length: wanted }, (_, index) => data[index] ?? data.at(-1) ?? 1);
      state.edit({ weights: ndArray([1, wanted], values) });
    },
    setInput(value: number): void {
      const { x } = state.params.value;
      state.edit({ x: withValue(x, watchedOf(state.params.value), value) });
    },
    setExample(index: number, value: number, gesture?: string): void {
      state.edit({ x: withValue(state.params.value.x, index, value) }, gesture);
    },
    setBatch(x: NdArray): void {
      state.edit({ x });
    },
    setEpsilon(value: number, gesture?: string): void {
      state.edit({ epsilon: Math.fround(value) }, gesture);
    },
  };
}

/** Numbers from their two parts: the first half of the data, and the second. */
function bothParts({ data, shape }: NdArray): number[] {
  const [, count] = shape;
  return Array.from({ length: count }, (_, index) => data[index] + data[count + index]);
}

const sumOf = (values: readonly number[], count: number): number =>
  values.slice(0, count).reduce((sum, value) => sum + value, 0);

function row({ data, shape }: NdArray, index: number): readonly number[] {
  const [, columns] = shape;
  return [...data.subarray(index * columns, (index + 1) * columns)];
}

function column({ data, shape }: NdArray, index: number): readonly number[] {
  const [rows, columns] = shape;
  return Array.from({ length: rows }, (_, at) => data[at * columns + index]);
}
