import { computed, signal } from '@preact/signals-core';
import type { WidgetState } from '#kit/widget-state.ts';
import type { Result } from './compute.ts';
import { BATCHES, drawBatch, measuredSizes } from './data.ts';
import type { Params } from './params.ts';
import { errorsOf, theoryOf } from './theory.ts';

/** What spreads from batch to batch, in the order of the result's rows. */
export const quantities = ['meanSpread', 'variance', 'varianceSpread'] as const;

export type Quantity = (typeof quantities)[number];

/** A quantity of batches of one size: by the formula, among the batches, and how far apart these are. */
export type Comparison = {
  readonly theory: number;
  readonly measured: number;
  /** Their distance, in standard errors of the measurement. */
  readonly apart: number;
};

export type Model = ReturnType<typeof createModel>;

export function createModel(state: WidgetState<Params, Result>) {
  /** The batch under the pointer. */
  const pointed = signal<number | undefined>(undefined);

  const params = computed(() => state.answered.value.params);
  const result = computed(() => state.answered.value.result);
  const theory = computed(() => theoryOf(params.value));

  /** The batch that the figure speaks of: the one pointed at, or else the one drawn last. */
  const current = computed(() => pointed.value ?? state.params.value.step);

  /** Its values, and the two statistics taken of them. */
  const batch = computed(() => ({
    values: drawBatch(params.value, current.value, params.value.batchSize),
    mean: result.value.means.data[current.value],
    variance: result.value.variances.data[current.value],
  }));

  /** What has been drawn so far. */
  const cloud = computed(() => {
    const count = state.params.value.step + 1;
    const { means, variances } = result.value;
    return Array.from({ length: count }, (_, index) => ({
      mean: means.data[index],
      variance: variances.data[index],
    }));
  });

  /** A quantity by the formula, and the standard error of a measurement; any size, whole or not. */
  function expect(batchSize: number, quantity: Quantity) {
    const setting = { ...params.value, batchSize };
    return {
      value: theoryOf(setting)[quantity],
      error: errorsOf(setting, BATCHES)[quantity],
    };
  }

  /** Theory and measurement for batches of so many images, one of the measured sizes. */
  function compare(batchSize: number, quantity: Quantity): Comparison {
    const { value: theory, error } = expect(batchSize, quantity);
    const row = quantities.indexOf(quantity);
    const sizes = measuredSizes(params.value.batchSize);
    const measured = result.value.spreads.data[row * sizes.length + sizes.indexOf(batchSize)];
    const apart = error > 0 ? Math.abs(measured - theory) / error : 0;
    return { theory, measured, apart };
  }

  return {
    state,
    params,
    result,
    theory,
    pointed,
    current,
    batch,
    cloud,
    expect,
    compare,
    setBatchSize(batchSize: number): void {
      if (batchSize !== state.params.value.batchSize) state.edit({ batchSize }, 'batch size');
    },
  };
}
