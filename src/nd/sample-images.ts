import { ndArray, type NdArray } from './nd-array.ts';

/** Draws a square image: `shade` gets the centre of every cell, in −1 … 1 from left and from top. */
function draw(side: number, shade: (x: number, y: number) => number): NdArray {
  const cells = Array.from({ length: side * side }, (_, index) => {
    const x = ((index % side) + 0.5) * (2 / side) - 1;
    const y = (Math.floor(index / side) + 0.5) * (2 / side) - 1;
    return shade(x, y);
  });
  return ndArray([side, side], cells);
}

/** A bright disc with a soft rim on a dark ground. */
export function disc(side: number): NdArray {
  return draw(side, (x, y) => {
    const radius = Math.hypot(x, y);
    return radius < 0.5 ? 1 : radius < 0.75 ? 0.6 : 0.1;
  });
}

/** The strokes of 正 as [left, top, right, bottom]. */
const strokes = [
  [-0.75, -0.75, 0.75, -0.75],
  [0, -0.75, 0, 0.75],
  [0, -0.05, 0.6, -0.05],
  [-0.5, -0.15, -0.5, 0.75],
  [-0.9, 0.75, 0.9, 0.75],
] as const;

/** 正, the first character of the course's name, in soft strokes. */
function glyph(side: number): NdArray {
  return draw(side, (x, y) => {
    const distance = strokes.map(([left, top, right, bottom]) =>
      Math.max(left - x, x - right, top - y, y - bottom, 0),
    );
    const nearest = Math.min(...distance);
    return nearest < 0.07 ? 1 : nearest < 0.13 ? 0.5 : 0.1;
  });
}

/** The images that a reader can pick, drawn at any size. */
export const images = {
  disc,
  glyph,
  edge: (side: number) => draw(side, (x) => (x < 0 ? 0.2 : 0.9)),
  stripes: (side: number) => draw(side, (x) => (Math.floor((x + 1) * 4) % 2 === 0 ? 0.1 : 0.9)),
  ramp: (side: number) => draw(side, (x) => Math.round((x + 1) * 50) / 100),
  dot: (side: number) => {
    const { shape, data } = draw(side, () => 0);
    const middle = Math.floor(side / 2);
    data[middle * side + middle] = 1;
    return { shape, data };
  },
  window: (side: number) =>
    draw(side, (x, y) => {
      const frame = Math.max(Math.abs(x), Math.abs(y));
      const bar = Math.min(Math.abs(x), Math.abs(y));
      return frame > 0.8 ? 0.1 : bar < 0.15 ? 0.3 : 0.9;
    }),
} as const;

export type ImageName = keyof typeof images;
