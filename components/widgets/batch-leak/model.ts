import { computed, signal } from '@preact/signals-core';
import type { WidgetState } from '#kit/widget-state.ts';
import { mapOf, withMap } from '#nd/maps.ts';
import { maxDifference, withValue, type NdArray } from '#nd/nd-array.ts';
import { resample } from '#nd/resample.ts';
import type { Result } from './compute.ts';
import { brighter, fadingBatch, imageOf, PIXELS, rolesOf, SIDE, withSize } from './data.ts';
import type { Params } from './params.ts';

export type Cell = { readonly row: number; readonly column: number };

export type Model = ReturnType<typeof createModel>;

export function createModel(state: WidgetState<Params, Result>) {
  /** The pixel that the figure speaks of. */
  const pixel = signal(Math.floor(PIXELS / 2));

  const params = computed(() => state.answered.value.params);
  const result = computed(() => state.answered.value.result);
  const roles = computed(() => rolesOf(params.value));
  const frame = computed(() => state.params.value.step);

  /** The images as they are at this tenth of the change. */
  const batch = computed(() => {
    const fading = fadingBatch(params.value);
    return Array.from({ length: params.value.x.shape[0] }, (_, n) => mapOf(fading, n, frame.value));
  });

  /** How far the output of each image has moved. */
  const moved = computed(() =>
    batch.value.map((_, n) => maxDifference(outputOf(n, 0).data, outputOf(n, frame.value).data)),
  );

  function outputOf(n: number, at: number): NdArray {
    return mapOf(result.value.y, n, at);
  }

  /** My image, its output before the change and now, and their difference. */
  const mine = computed(() => {
    const n = roles.value.mine;
    const [before, after] = [outputOf(n, 0), outputOf(n, frame.value)];
    return {
      x: imageOf(params.value.x, n),
      before,
      after,
      difference: {
        shape: before.shape,
        data: after.data.map((value, index) => value - before.data[index]),
      },
      moved: moved.value[n],
    };
  });

  /** The image that is changed, as it was and as it is now. */
  const other = computed(() => {
    const n = roles.value.changed;
    if (n === undefined) return undefined;
    const [before, now] = [imageOf(params.value.x, n), batch.value[n]];
    return { n, before, now, difference: maxDifference(before.data, now.data) };
  });

  /** Mean and variance that my image was normalized by, before the change and now. */
  const statistics = computed(() => {
    const { shape, data } = result.value.statistics;
    const at = (step: number) => ({ mean: data[step], variance: data[shape[1] + step] });
    return { before: at(0), now: at(frame.value) };
  });

  /** Largest difference of all outputs from those of instance normalization. */
  const fromInstance = computed(() =>
    maxDifference(result.value.y.data, result.value.instance.data),
  );

  return {
    state,
    pixel,
    params,
    roles,
    batch,
    moved,
    mine,
    other,
    statistics,
    fromInstance,
    setMode(mode: Params['mode']): void {
      state.edit({ mode });
    },
    setSize(count: number): void {
      state.edit({ x: withSize(state.params.value.x, count) });
    },
    setMine(n: number): void {
      state.edit({ mine: n });
    },
    /** Changes another image; it is made brighter until the reader does something else to it. */
    setChanged(n: number): void {
      state.edit({ changed: n, replacement: brighter(imageOf(state.params.value.x, n)) });
    },
    setPixel(cell: Cell, value: number, gesture?: string): void {
      const { x } = state.params.value;
      const index = roles.value.mine * PIXELS + cell.row * SIDE + cell.column;
      state.edit({ x: withValue(x, index, value) }, gesture);
    },
    replaceMine(image: NdArray): void {
      const { x } = state.params.value;
      state.edit({ x: withMap(x, roles.value.mine, 0, resample(image, SIDE, SIDE)) });
    },
    setReplaced(cell: Cell, value: number, gesture?: string): void {
      const { replacement, step } = state.params.value;
      state.edit(
        { replacement: withValue(replacement, cell.row * SIDE + cell.column, value), step },
        gesture,
      );
    },
    replaceOther(image: NdArray): void {
      state.edit({ replacement: resample(image, SIDE, SIDE) });
    },
  };
}
