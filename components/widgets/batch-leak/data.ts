import { mapOf, withCount } from '#nd/maps.ts';
import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { images } from '#nd/sample-images.ts';
import type { Params } from './params.ts';

export const SIDE = 5;
export const PIXELS = SIDE ** 2;
export const MAX_BATCH = 6;

/** The change in tenths: none of it, …, all of it. */
export const FRAMES = 11;

const samples = [
  images.disc,
  images.edge,
  images.window,
  images.ramp,
  images.stripes,
  images.glyph,
] as const;

/** Images of one channel: [count, 1, 5, 5]. */
export function sampleBatch(count: number): NdArray {
  const none = { shape: [0, 1, SIDE, SIDE], data: new Float32Array() };
  return withSize(none, count);
}

/** A batch of another size: its first images, and samples where it had none. */
export function withSize(batch: NdArray, count: number): NdArray {
  return withCount(batch, count, (n) => samples[n % samples.length](SIDE).data);
}

/** One image of a batch: [5, 5]. */
export const imageOf = (batch: NdArray, n: number): NdArray => mapOf(batch, n, 0);

export function brighter({ shape, data }: NdArray): NdArray {
  return ndArray(
    shape,
    data.map((value) => Math.round(value * 300) / 100),
  );
}

/** Whose output is watched, and which image is changed; undefined if there is no other. */
export function rolesOf({ x, mine, changed }: Pick<Params, 'x' | 'mine' | 'changed'>) {
  const [count] = x.shape;
  const watched = Math.min(mine, count - 1);
  const isOther = changed < count && changed !== watched;
  const first = watched === 0 ? 1 : 0;
  return { mine: watched, changed: isOther ? changed : first < count ? first : undefined };
}

/**
 * The batch while one image fades into what stands in its place, every tenth as a channel:
 * [N, 11, 5, 5].
 */
export function fadingBatch(
  params: Pick<Params, 'x' | 'mine' | 'changed' | 'replacement'>,
): NdArray {
  const { x, replacement } = params;
  const [count] = x.shape;
  const { changed } = rolesOf(params);
  const values = Array.from({ length: count * FRAMES * PIXELS }, (_, index) => {
    const pixel = index % PIXELS;
    const part = (Math.floor(index / PIXELS) % FRAMES) / (FRAMES - 1);
    const n = Math.floor(index / (FRAMES * PIXELS));
    const before = x.data[n * PIXELS + pixel];
    return n === changed ? (1 - part) * before + part * replacement.data[pixel] : before;
  });
  return ndArray([count, FRAMES, SIDE, SIDE], values);
}
