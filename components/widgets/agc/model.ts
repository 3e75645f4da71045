import { computed, signal } from '@preact/signals-core';
import type { WidgetState } from '#kit/widget-state.ts';
import { extent, withValue, type NdArray } from '#nd/nd-array.ts';
import type { Result } from './compute.ts';
import type { Params } from './params.ts';
import { MOST } from './sizes.ts';

export type Pair = readonly [x: number, y: number];

/** What is clipped by its own length: a unit, or the whole parameter. Lengths are Frobenius norms. */
export type Measured = {
  readonly weightNorm: number;
  /** ‖W‖* = max(‖W‖, ε) */
  readonly star: number;
  readonly gradientNorm: number;
  /** ‖G‖ / ‖W‖*; infinite where that is 0. */
  readonly ratio: number;
  /** λ‖W‖*, the longest that the gradient may be. */
  readonly most: number;
  /** What each way of clipping multiplies by; undefined where it does not act on this by itself. */
  readonly adaptive: number | undefined;
  readonly global: number;
};

export type Unit = Measured & {
  readonly index: number;
  readonly weight: Pair;
  readonly gradient: Pair;
  readonly adaptive: number;
};

export type Tensor = 'weights' | 'gradients';

export type Model = ReturnType<typeof createModel>;

/** Float32 leaves a factor this close to 1 where nothing is shortened. */
const ROUNDING = 1e-5;

export const isShortened = (factor: number | undefined): boolean =>
  factor !== undefined && factor < 1 - ROUNDING;

/** Whether a ratio is beyond λ by more than rounding. */
export const isBeyond = (ratio: number, lambda: number): boolean => ratio > lambda * (1 + ROUNDING);

/** What an arrow key adds, and what a drag snaps to, in a panel of this scale. */
export const snapOf = (scale: number): number => 10 ** Math.floor(Math.log10(scale) - 0.5) / 10;

/** A ratio after clipping. Of weights of length 0 a gradient is infinitely long, unless it is 0 as well. */
export const ratioAfter = (ratio: number, factor: number): number =>
  factor === 0 ? 0 : ratio * factor;

/** Where there is no arrow, the panel is to this scale; every other one to its own. */
const EMPTY = 1e-3;
/** Room around the longest arrow of a panel. */
const ROOM = 1.25;
/** Decades that the axis of ratios spans at most. */
const DECADES = 8;

export function createModel(state: WidgetState<Params, Result>) {
  /** The unit that is pointed at. */
  const pointed = signal<number | undefined>(undefined);
  /** The scales while something is dragged: they must not move under the hand. */
  const held = signal<Scales | undefined>(undefined);

  const params = computed(() => state.answered.value.params);
  const result = computed(() => state.answered.value.result);

  const measured = (weightNorm: number, gradientNorm: number) => {
    const { lambda, epsilon } = params.value;
    const star = Math.max(weightNorm, Number(epsilon));
    const ratio = gradientNorm === 0 ? 0 : gradientNorm / star;
    return { weightNorm, star, gradientNorm, ratio, most: lambda * star };
  };

  const units = computed((): readonly Unit[] => {
    const { weights, gradients } = params.value;
    const { norms, factors } = result.value;
    const count = weights.shape[0];
    return Array.from({ length: count }, (_, index) => ({
      ...measured(norms.data[index], norms.data[count + index]),
      index,
      weight: pairOf(weights, index),
      gradient: pairOf(gradients, index),
      adaptive: factors.data[index],
      global: factors.data[count + index],
    }));
  });

  /** The whole parameter as one. */
  const whole = computed((): Measured => {
    const [weightNorm, gradientNorm] = result.value.wholeNorms.data;
    const { adaptive, global } = units.value[0];
    return {
      ...measured(weightNorm, gradientNorm),
      adaptive: params.value.unit === 'whole' ? adaptive : undefined,
      global,
    };
  });

  /** The unit that is spoken of: the one pointed at, or else the chosen one. */
  const current = computed(() => units.value[pointed.value ?? state.params.value.look]);

  /** Units by what happens to them. */
  const groups = computed(() => {
    const { lambda } = params.value;
    const those = (isOne: (unit: Unit) => boolean): readonly number[] =>
      units.value.filter(isOne).map(({ index }) => index);
    const { global } = whole.value;
    return {
      shortened: those(({ adaptive }) => isShortened(adaptive)),
      beyond: those(({ ratio }) => isBeyond(ratio, lambda)),
      fine: those(({ ratio, gradientNorm }) => gradientNorm > 0 && !isBeyond(ratio, lambda)),
      stuck: those(({ star, gradientNorm }) => star === 0 && gradientNorm > 0),
      left: those(({ ratio }) => isBeyond(ratio * global, lambda)),
    };
  });

  /** Length of an arrow to the edge of each panel, and the ends of the axis of ratios. */
  const scales = computed(
    (): Scales =>
      held.value ?? scalesOf(state.params.value, units.value, [whole.value, ...units.value]),
  );

  /** An arrow as the reader has it in hand, and how long a gradient is then for its weights. */
  const ownArrow = (tensor: Tensor, index: number): Pair =>
    pairOf(state.params.value[tensor], index);
  const ownRatio = (index: number): number => {
    const [weight, gradient] = (['weights', 'gradients'] as const).map((tensor) =>
      Math.hypot(...ownArrow(tensor, index)),
    );
    return gradient / Math.max(weight, Number(state.params.value.epsilon));
  };

  const setArrow = (tensor: Tensor, index: number, pair: Pair, gesture?: string): void => {
    state.show({ look: index });
    const [x, y] = pair.map((value) => Math.min(Math.max(value, -MOST), MOST));
    const array = withValue(state.params.value[tensor], 2 * index, x);
    state.edit({ [tensor]: withValue(array, 2 * index + 1, y) }, gesture);
  };

  return {
    state,
    pointed,
    params,
    result,
    units,
    whole,
    current,
    groups,
    scales,
    ownArrow,
    hold(): void {
      held.value = scales.peek();
    },
    release(): void {
      held.value = undefined;
    },
    choose(index: number): void {
      pointed.value = undefined;
      state.show({ look: index });
    },
    setArrow,
    setCell(tensor: Tensor, index: number, column: number, value: number, gesture?: string): void {
      state.show({ look: index });
      const array = withValue(state.params.value[tensor], 2 * index + column, value);
      state.edit({ [tensor]: array }, gesture);
    },
    setAll(tensor: Tensor, array: NdArray): void {
      state.edit({ [tensor]: array });
    },
    /** Makes a gradient so many times its weights long; it keeps its direction. */
    ownRatio,
    /** Makes a gradient so many times its weights long; it keeps its direction. */
    setRatio(index: number, ratio: number, gesture?: string): void {
      const gradient = ownArrow('gradients', index);
      const most = MOST / Math.max(...gradient.map(Math.abs));
      const factor = Math.min(ratio / ownRatio(index), most);
      if (!Number.isFinite(factor)) return;
      const [x, y] = gradient.map((value) => Number((value * factor).toPrecision(4)));
      setArrow('gradients', index, [x, y], gesture);
    },
  };
}

type Scales = {
  readonly weights: readonly number[];
  readonly gradients: readonly number[];
  readonly ratios: readonly [from: number, to: number];
};

function scalesOf(own: Params, units: readonly Unit[], all: readonly Measured[]): Scales {
  const ownLength = (tensor: Tensor, index: number): number =>
    Math.hypot(...pairOf(own[tensor], index));
  const epsilon = Number(own.epsilon);
  const roomFor = (...lengths: readonly number[]): number => ROOM * (Math.max(...lengths) || EMPTY);
  const ratios = all.flatMap(({ ratio, adaptive = 1, global }) => [
    ratio,
    ratioAfter(ratio, adaptive),
    ratio * global,
  ]);
  const seen = ratios.filter((ratio) => ratio > 0 && Number.isFinite(ratio));
  const [least, most] = extent([...seen, own.lambda / 3, own.lambda * 3]);
  return {
    weights: units.map(({ index }) => {
      const length = ownLength('weights', index);
      return roomFor(length, length < epsilon ? epsilon : 0);
    }),
    gradients: units.map(({ index, most, gradientNorm }) => {
      const length = Math.max(ownLength('gradients', index), gradientNorm);
      return roomFor(length, own.unit === 'row' || length === 0 ? most : 0);
    }),
    ratios: [Math.max(least, most / 10 ** DECADES), most],
  };
}

const pairOf = ({ data }: NdArray, index: number): Pair => [data[2 * index], data[2 * index + 1]];
