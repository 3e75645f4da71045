import { computed, signal } from '@preact/signals-core';
import type { WidgetState } from '#kit/widget-state.ts';
import { mapOf, offsetOf, withCount, withMap } from '#nd/maps.ts';
import { extent, maxAbs, maxDifference, sizeOf, withValue, type NdArray } from '#nd/nd-array.ts';
import { resample } from '#nd/resample.ts';
import type { Result } from './compute.ts';
import { LAST_STEP, type Params } from './params.ts';
import { momentsOf, pictures, withMoments, type Moments, type PictureName } from './pictures.ts';

/** What the figure shows of every image. */
export const stages = ['before', 'batch', 'instance'] as const;

export type Stage = (typeof stages)[number];

export type Cell = { readonly row: number; readonly column: number };

export type Model = ReturnType<typeof createModel>;

/** Below this deviation an image is flat: there is no contrast that could be scaled. */
const FLAT = 1e-6;

export function createModel(state: WidgetState<Params, Result>) {
  /** The image that is pointed at. */
  const pointed = signal<number | undefined>(undefined);
  /** What a stroke over an image paints. */
  const brush = signal(3);

  const count = computed(() => state.answered.value.params.x.shape[0]);
  const images = computed(() => Array.from({ length: count.value }, (_, n) => n));
  const current = computed(() =>
    Math.min(pointed.value ?? state.params.value.image, count.value - 1),
  );
  const step = computed(() => state.params.value.step);

  /** The batches as they are at the timeline's step, [N, 1, H, W] each. */
  const batches = computed((): Readonly<Record<Stage, NdArray>> => {
    const { params, result } = state.answered.value;
    const { x } = params;
    const size = sizeOf(x.shape);
    const centred = (at: number): NdArray => ({
      shape: x.shape,
      data: result.centred.data.subarray(at * size, (at + 1) * size),
    });
    const { batch, instance } = result;
    const [byBatch, byImage] = [
      [x, x],
      [centred(0), centred(1)],
      [batch, instance],
    ][step.value];
    return { before: x, batch: byBatch, instance: byImage };
  });

  /** Greys of the images before from the darkest to the lightest; of both outcomes as far to either side of 0. */
  const greys = computed((): Readonly<Record<Stage, readonly [number, number]>> => {
    const { before, batch, instance } = batches.value;
    const limit = Math.max(maxAbs(batch.data), maxAbs(instance.data));
    const after = step.value === 0 ? extent(before.data) : ([-limit, limit] as const);
    return { before: extent(before.data), batch: after, instance: after };
  });

  /** Mean and variance of an image as the figure shows it. */
  function statisticsOf(stage: Stage, n: number) {
    const { mean, variance } = state.answered.value.result;
    const row =
      stage === 'before' || step.value === 0 ? 0 : 2 * step.value - (stage === 'batch' ? 1 : 0);
    const at = row * count.value + n;
    return { mean: mean.data[at], variance: variance.data[at] };
  }

  /** The statistics that an image is normalized by, and the variance that is left when it is done. */
  function usedBy(stage: 'batch' | 'instance', n: number) {
    const { mean, variance, shared } = state.answered.value.result;
    const left = variance.data[(stage === 'batch' ? 3 : 4) * count.value + n];
    const own = { mean: mean.data[n], variance: variance.data[n] };
    const used = stage === 'batch' ? { mean: shared.data[0], variance: shared.data[1] } : own;
    return { own, used, left };
  }

  /** How many units the chart goes to either side; it grows only for what would not fit. */
  const reach = computed(() => {
    const { mean, variance } = state.answered.value.result;
    const ends = Array.from(mean.data, (one, at) => Math.abs(one) + Math.sqrt(variance.data[at]));
    return Math.max(6, Math.ceil(Math.max(...ends)));
  });

  /** An image as it is being edited; one that is about to go, as it was. */
  function pictureOf(n: number): NdArray {
    const { x } = state.params.value;
    return mapOf(n < x.shape[0] ? x : state.answered.value.params.x, n, 0);
  }

  /** Gives an image another mean or deviation; its picture stays. */
  function setMoments(n: number, change: Partial<Moments>, gesture?: string): void {
    const picture = pictureOf(n);
    const changed = withMoments(picture, { ...momentsOf(picture.data), ...change });
    state.show({ image: n });
    state.edit({ x: withMap(state.params.value.x, n, 0, changed) }, gesture);
  }

  /** Puts another picture into an image, with the mean and deviation that the image had. */
  function setPicture(n: number, picture: NdArray): void {
    const { x } = state.params.value;
    state.show({ image: n });
    state.edit({ x: withMap(x, n, 0, fitted(picture, n)) });
  }

  /** Puts one picture into all images, each at its own mean and deviation. */
  function setAll(picture: NdArray, gesture?: string): void {
    const { x } = state.params.value;
    const data = Array.from({ length: x.shape[0] }, (_, n) => [...fitted(picture, n).data]).flat();
    state.edit({ x: { shape: x.shape, data: Float32Array.from(data) } }, gesture);
  }

  function fitted(picture: NdArray, n: number): NdArray {
    const [rows, columns] = state.params.value.x.shape.slice(2);
    const { mean, deviation } = momentsOf(pictureOf(n).data);
    const cells = resample(picture, rows, columns);
    return withMoments(cells, { mean, deviation: deviation < FLAT ? 1 : deviation });
  }

  /** Which of the named pictures an image shows, whatever its contrast; undefined if none. */
  function nameOf(n: number): PictureName | undefined {
    const picture = pictureOf(n);
    const plain = withMoments(picture, { mean: 0, deviation: 1 });
    return (Object.keys(pictures) as PictureName[]).find((name) => {
      const [rows, columns] = picture.shape;
      const named = resample(pictures[name](Math.max(rows, columns)), rows, columns);
      const { data } = withMoments(named, { mean: 0, deviation: 1 });
      return maxDifference(data, plain.data) < 1e-3;
    });
  }

  function setCell(n: number, { row, column }: Cell, value: number, gesture?: string): void {
    const { x } = state.params.value;
    state.show({ image: n });
    state.edit({ x: withValue(x, offsetOf(x, [n, 0, row, column]), value) }, gesture);
  }

  function setCount(wanted: number): void {
    const { x } = state.params.value;
    // A new image shows the first one's picture, at twice the last one's contrast or at half of it.
    state.edit({
      x: withCount(x, wanted, (n) => {
        const { mean, deviation } = momentsOf(pictureOf(0).data);
        return withMoments(pictureOf(0), { mean, deviation: deviation * (n % 2 ? 2 : 0.5) }).data;
      }),
    });
  }

  return {
    state,
    pointed,
    brush,
    images,
    current,
    step,
    batches,
    greys,
    reach,
    isDone: computed(() => step.value === LAST_STEP),
    statisticsOf,
    usedBy,
    isFlat: (n: number): boolean => momentsOf(pictureOf(n).data).deviation < FLAT,
    momentsOf: (n: number): Moments => momentsOf(pictureOf(n).data),
    setMoments,
    setPicture,
    setAll,
    nameOf,
    setCell,
    setCount,
    choose(image: number): void {
      state.show({ image });
    },
  };
}
