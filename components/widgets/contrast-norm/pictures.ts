import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { images } from '#nd/sample-images.ts';

export const SIDE = 16;

/** Grey values of a portrait, from 0 to 1, at a place in −1 … 1 from left and from top. */
function portraitAt(x: number, y: number): number {
  const face = Math.hypot(x / 0.52, (y + 0.08) / 0.64);
  if (face > 1 && Math.abs(x) < 0.22 && y > 0.4) return 0.6;
  if (face > 1 && Math.hypot(x / 0.95, (y - 1.05) / 0.45) < 1) return 0.3;
  if (face < 1) {
    if (Math.hypot((Math.abs(x) - 0.2) / 0.1, (y + 0.14) / 0.08) < 1) return 0.05;
    if (Math.abs(x) < 0.24 && Math.abs(y - 0.31) < 0.06) return 0.25;
    if (y < -0.42) return 0.12;
    return x > 0.12 ? 0.7 : 0.95;
  }
  return Math.hypot(x / 0.68, (y + 0.2) / 0.72) < 1 && y < 0.2 ? 0.12 : 0.85;
}

function portrait(side: number): NdArray {
  const at = (place: number): number => (place + 0.5) * (2 / side) - 1;
  const cells = Array.from({ length: side * side }, (_, index) =>
    portraitAt(at(index % side), at(Math.floor(index / side))),
  );
  return ndArray([side, side], cells);
}

/** The pictures that an image of the batch can show, drawn at any size. */
export const pictures = { portrait, glyph: images.glyph, window: images.window, ramp: images.ramp };

export type PictureName = keyof typeof pictures;

export type Moments = { readonly mean: number; readonly deviation: number };

/** Mean and deviation of all cells, in double precision. */
export function momentsOf(data: ArrayLike<number>): Moments {
  const values = Array.from(data);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / values.length) };
}

/** The same picture at another brightness and contrast; a flat one stays flat. */
export function withMoments({ shape, data }: NdArray, { mean, deviation }: Moments): NdArray {
  const own = momentsOf(data);
  const factor = own.deviation > 0 ? deviation / own.deviation : 0;
  return { shape, data: data.map((value) => mean + factor * (value - own.mean)) };
}

/** [N, 1, H, W]: one picture once for each mean and deviation. */
export function batchOf(picture: NdArray, moments: readonly Moments[]): NdArray {
  return ndArray(
    [moments.length, 1, ...picture.shape],
    moments.flatMap((each) => [...withMoments(picture, each).data]),
  );
}
