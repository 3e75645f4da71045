import { computed, signal } from '@preact/signals-core';
import type { WidgetState } from '#kit/widget-state.ts';
import { indexIn, offsetOf, valueAt, withMap, type MapIndex } from '#nd/maps.ts';
import { ndArray, sizeOf, withValue, type NdArray } from '#nd/nd-array.ts';
import { resample } from '#nd/resample.ts';
import { forChannels, resized } from '#nd/sample-tensor.ts';
import type { Result } from './compute.ts';
import { forElements } from './data.ts';
import type { Params } from './params.ts';
import { divisorsOf, isElementwise, MOST_SETS, setsOf, type NormName } from './sets.ts';

/** What the scene is made of: the tensor, what shares statistics, the outcome, that of a second norm. */
export const stages = ['x', 'sets', 'y', 'other'] as const;

export type Stage = (typeof stages)[number];

export type Element = { readonly stage: Stage; readonly index: MapIndex };

export type Cell = { readonly row: number; readonly column: number };

export type Model = ReturnType<typeof createModel>;

export function createModel(state: WidgetState<Params, Result>) {
  const pointed = signal<Element | undefined>(undefined);

  const tensors = computed((): Readonly<Record<Stage, NdArray>> => {
    const { params, result } = state.answered.value;
    return { x: params.x, sets: params.x, y: result.y, other: result.other };
  });

  const shown = computed(() => stages.filter((stage) => tensors.value[stage].shape.length === 4));

  const sets = computed(() => {
    const { norm, x, groups } = state.answered.value.params;
    return setsOf(norm, x.shape, groups);
  });

  /** Sets of the second normalization, if there is one. */
  const otherSets = computed(() => {
    const { beside, x, groups } = state.answered.value.params;
    return setsOf(beside, x.shape, groups);
  });

  /** How many sets the timeline has normalized. */
  const done = computed(() => Math.min(state.params.value.step, sets.value?.count ?? 0));

  /** The element that the figure speaks of: the one pointed at, or else the chosen one. */
  const current = computed((): Element => {
    if (pointed.value) return pointed.value;
    const { shape } = tensors.value.x;
    return { stage: 'x', index: indexIn(shape, state.params.value.cell % sizeOf(shape)) };
  });

  const currentSet = computed(() => {
    const { stage, index } = current.value;
    return (stage === 'other' ? otherSets : sets).value?.setOf(index[0], index[1]);
  });

  /** Mean and variance of the current set; undefined where none is taken. */
  const statistics = computed(() => {
    const { mean, variance } = state.answered.value.result;
    const map = current.value.index.slice(0, 2);
    const of = (array: NdArray): number | undefined =>
      array.shape.length === 2 ? valueAt(array, map) : undefined;
    return { mean: of(mean), variance: of(variance) };
  });

  /** Values of the current element before and after. */
  const values = computed(() => {
    const { index } = current.value;
    return { x: valueAt(tensors.value.x, index), y: valueAt(tensors.value.y, index) };
  });

  /** γ and β as the norm has them: one a channel, [C], or one an element, [C, H, W]. */
  const affine = computed(() => affineOf(state.answered.value.params));

  /** All values of the current set, before and after. */
  const population = computed(() => {
    const all = sets.value;
    const [images, channels, height, width] = tensors.value.x.shape;
    const wanted = all?.setOf(current.value.index[0], current.value.index[1]);
    const size = height * width;
    const maps = Array.from({ length: images * channels }, (_, map) => map).filter(
      (map) => all?.setOf(Math.floor(map / channels), map % channels) === wanted,
    );
    const of = ({ data }: NdArray): number[] =>
      maps.flatMap((map) => [...data.subarray(map * size, (map + 1) * size)]);
    return { before: of(tensors.value.x), after: of(tensors.value.y) };
  });

  function choose({ index }: Element): void {
    pointed.value = undefined;
    state.show({ cell: offsetOf(tensors.value.x, index) });
  }

  function setCell({ row, column }: Cell, value: number, gesture?: string): void {
    const { x } = state.params.value;
    const [n, c] = current.value.index;
    const index: MapIndex = [n, c, row, column];
    state.show({ cell: offsetOf(x, index) });
    state.edit({ x: withValue(x, offsetOf(x, index), value) }, gesture);
  }

  /** Puts a matrix in place of the current map; of another size, it is fitted in. */
  function setMap(cells: NdArray): void {
    const { x } = state.params.value;
    const [n, c] = current.value.index;
    const [height, width] = x.shape.slice(2);
    state.edit({ x: withMap(x, n, c, resample(cells, height, width)) });
  }

  /** Another size along one axis: what fits stays, what is new is drawn from the samples. */
  function setSize(axis: number, size: number): void {
    const { x, groups } = state.params.value;
    const shape = x.shape.map((old, which) => (which === axis ? size : old));
    const fits = divisorsOf(shape[1]).filter((divisor) => divisor <= groups);
    state.edit({ x: resized(x, shape), groups: fits.at(-1) ?? 1 });
  }

  /** Sets γ or β of a channel, or of an element of the current channel. */
  function setAffine(name: Affine, { row, column }: Cell, value: number, gesture?: string): void {
    const { params } = state;
    const all = affineOf(params.value)[name];
    const [, c] = current.value.index;
    const at = isElementwise(params.value.norm) ? offsetOf(all, [c, row, column]) : column;
    state.edit({ [affineParam(params.value, name)]: withValue(all, at, value) }, gesture);
  }

  /** Puts numbers in place of γ or β: of all channels, or of the elements of the current one. */
  function replaceAffine(name: Affine, cells: NdArray): void {
    const { params } = state;
    const [, channels, height, width] = params.value.x.shape;
    const all = affineOf(params.value)[name];
    const [, c] = current.value.index;
    const next = isElementwise(params.value.norm)
      ? withMap(
          { shape: [1, channels, height, width], data: all.data },
          0,
          c,
          resample(cells, height, width),
        )
      : forChannels(ndArray([cells.data.length], cells.data), channels, missing[name]);
    const shape = all.shape;
    state.edit({ [affineParam(params.value, name)]: { shape, data: next.data } });
  }

  /** Changes the norm; every set is normalized then. */
  function setNorm(name: 'norm' | 'beside', norm: NormName): void {
    state.edit({ [name]: norm, step: MOST_SETS });
  }

  return {
    state,
    pointed,
    tensors,
    shown,
    sets,
    otherSets,
    done,
    current,
    currentSet,
    statistics,
    values,
    affine,
    population,
    choose,
    setCell,
    setMap,
    setSize,
    setAffine,
    replaceAffine,
    setNorm,
  };
}

export type Affine = 'gamma' | 'beta';

/** What a channel or an element has that γ or β does not name. */
const missing = { gamma: 1, beta: 0 } as const;

/** The param that holds γ or β of the norm. */
function affineParam({ norm }: Params, name: Affine): keyof Params {
  if (!isElementwise(norm)) return name;
  return name === 'gamma' ? 'elementGamma' : 'elementBeta';
}

function affineOf(params: Params): Readonly<Record<Affine, NdArray>> {
  const [, ...image] = params.x.shape;
  return isElementwise(params.norm)
    ? {
        gamma: forElements(params.elementGamma, image, missing.gamma),
        beta: forElements(params.elementBeta, image, missing.beta),
      }
    : {
        gamma: forChannels(params.gamma, image[0], missing.gamma),
        beta: forChannels(params.beta, image[0], missing.beta),
      };
}
