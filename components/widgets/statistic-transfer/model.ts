import { computed, signal } from '@preact/signals-core';
import type { WidgetState } from '#kit/widget-state.ts';
import { maxDifference, sizeOf, type NdArray } from '#nd/nd-array.ts';
import type { Result } from './compute.ts';
import { channelsOf } from './features.ts';
import { LAST_STEP, type Params } from './params.ts';
import { mirrored, shuffled } from './pictures.ts';

/** The two pictures that are given. */
export type Given = 'content' | 'style';

export type Cell = { readonly row: number; readonly column: number };

/** Rows of the result's statistics: those of the style, then of the content at each step. */
const STYLE = 0;
const CONTENT = 1;

export type Model = ReturnType<typeof createModel>;

export function createModel(state: WidgetState<Params, Result>) {
  /** Channel that is pointed at. */
  const pointed = signal<number | undefined>(undefined);
  /** Colour of the brush, as #rrggbb. */
  const brush = signal('#f2c14e');
  /** The picture that a reader's own one goes to. */
  const target = signal<Given>('style');

  const count = computed(() => channelsOf(state.answered.value.params.space));
  const channels = computed(() => Array.from({ length: count.value }, (_, c) => c));
  const current = computed(() =>
    Math.min(pointed.value ?? state.params.value.channel, count.value - 1),
  );
  const step = computed(() => state.params.value.step);

  /** The content as far as the timeline has got with it: [3, H, W]. */
  const shown = computed((): NdArray => {
    const { params, result } = state.answered.value;
    const { shape } = params.content;
    if (step.value === 0) return params.content;
    if (step.value === LAST_STEP) return result.result;
    const size = sizeOf(shape);
    const data = result.stages.data.subarray((step.value - 1) * size, step.value * size);
    return { shape, data };
  });

  function at(row: number, channel: number) {
    const { mean, variance } = state.answered.value.result;
    const index = row * count.value + channel;
    return { mean: mean.data[index], deviation: Math.sqrt(variance.data[index]) };
  }

  /** Mean and deviation of a channel of the content, the style, and what is shown as the result. */
  const statisticsOf = (channel: number) => ({
    content: at(CONTENT, channel),
    style: at(STYLE, channel),
    result: at(CONTENT + step.value, channel),
  });

  /** The same of the content and the style alone, whatever the step. */
  const given = (channel: number) => ({ content: at(CONTENT, channel), style: at(STYLE, channel) });

  /** Ends of an axis that holds every step of every channel, so that it stands still. */
  const domain = computed((): readonly [number, number] => {
    const { mean, variance } = state.answered.value.result;
    const ends = Array.from(mean.data, (one, index) => {
      const deviation = Math.sqrt(variance.data[index]);
      return [one - deviation, one + deviation];
    }).flat();
    return [Math.floor(2 * Math.min(...ends)) / 2, Math.ceil(2 * Math.max(...ends)) / 2];
  });

  /** Largest difference between what the result's means and deviations are and the style's. */
  const distance = computed(() => {
    const { mean, variance } = state.answered.value.result;
    const rowOf = ({ data }: NdArray, row: number): number[] => [
      ...data.subarray(row * count.value, (row + 1) * count.value),
    ];
    const both = (row: number): number[] => [
      ...rowOf(mean, row),
      ...rowOf(variance, row).map(Math.sqrt),
    ];
    return maxDifference(both(CONTENT + LAST_STEP), both(STYLE));
  });

  /** Largest difference between the content and its final result. */
  const change = computed(() => {
    const { params, result } = state.answered.value;
    return maxDifference(params.content.data, result.result.data);
  });

  /** How many of the result's numbers are no colours, less than 0 or more than 1. */
  const outside = computed(
    () =>
      state.answered.value.result.result.data.filter((one) => one < -1e-4 || one > 1.0001).length,
  );

  function paint(name: Given, { row, column }: Cell, gesture: string): void {
    const picture = state.params.value[name];
    const [, height, width] = picture.shape;
    const data = picture.data.slice();
    [1, 3, 5].forEach((start, channel) => {
      const part = parseInt(brush.value.slice(start, start + 2), 16) / 255;
      data[(channel * height + row) * width + column] = Math.round(100 * part) / 100;
    });
    state.edit({ [name]: { shape: picture.shape, data } }, gesture);
  }

  return {
    state,
    pointed,
    brush,
    target,
    channels,
    current,
    step,
    shown,
    statisticsOf,
    given,
    domain,
    distance,
    change,
    outside,
    paint,
    setPicture(name: Given, picture: NdArray, gesture?: string): void {
      state.edit({ [name]: picture }, gesture);
    },
    mirrorStyle: (): void => state.edit({ style: mirrored(state.params.value.style) }),
    shuffleStyle: (): void => state.edit({ style: shuffled(state.params.value.style) }),
    takeContent: (): void => state.edit({ style: state.params.value.content }),
    choose(channel: number): void {
      state.show({ channel });
    },
  };
}
