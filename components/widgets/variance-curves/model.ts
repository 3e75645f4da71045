import { computed } from '@preact/signals-core';
import type { WidgetState } from '#kit/widget-state.ts';
import {
  betas,
  expectedMeanSquares,
  expectedVariances,
  samplingDeviations,
  type BlockKind,
} from '#lab/residual-network.ts';
import { curveOf } from './curve-of.ts';
import type { Result } from './compute.ts';
import { BATCH, channelsOf, shownNetworks, transitionsOf, type Quantity } from './data.ts';
import type { Params } from './params.ts';

/** One of the networks that are compared. */
export type Network = {
  readonly kind: BlockKind;
  readonly curves: Readonly<Record<Quantity, Float32Array>>;
  /** Of the state after every block, where theory knows it: its mean square. */
  readonly meanSquares: readonly number[] | undefined;
};

/** What a network without a norm expects of itself. */
export type Prediction = {
  readonly variances: readonly number[];
  readonly betas: readonly number[];
  /** Two standard deviations of what is measured, where that is known. */
  readonly band: { readonly low: readonly number[]; readonly high: readonly number[] } | undefined;
};

export type Model = ReturnType<typeof createModel>;

export function createModel(state: WidgetState<Params, Result>) {
  const params = computed(() => state.answered.value.params);

  const networks = computed((): readonly Network[] => {
    const { params: answered, result } = state.answered.value;
    return shownNetworks(answered).map(({ slot, network }) => ({
      kind: network.kind,
      curves: {
        squaredMean: curveOf(result, slot, 'squaredMean'),
        variance: curveOf(result, slot, 'variance'),
        branch: curveOf(result, slot, 'branch'),
      },
      meanSquares: expectedMeanSquares(network),
    }));
  });

  const prediction = computed((): Prediction => {
    const { blocks, alpha, stages, layer } = params.value;
    const network = { blocks, alpha, transitions: transitionsOf(stages) };
    const variances = expectedVariances(network);
    const size = { units: channelsOf(params.value), inputs: BATCH };
    const two = samplingDeviations(network, size).map((deviation) => 2 * deviation);
    const band = {
      low: variances.map((variance, block) => variance - two[block]),
      high: variances.map((variance, block) => variance + two[block]),
    };
    return { variances, betas: betas(network), band: layer === 'dense' ? band : undefined };
  });

  /** The block that is looked at; 0 is the input. */
  const block = computed(() => Math.min(state.params.value.step, params.value.blocks));

  return {
    state,
    params,
    networks,
    prediction,
    block,
    /** The one that is built on the prediction, if it is shown. */
    free: computed(() => networks.value.find(({ kind }) => kind === 'free')),
    setAlpha(alpha: number, gesture?: string): void {
      state.edit({ alpha }, gesture);
    },
    showBlock(wanted: number): void {
      const step = Math.min(Math.max(Math.round(wanted), 0), params.value.blocks);
      if (step !== state.params.value.step) state.show({ step });
    },
  };
}
