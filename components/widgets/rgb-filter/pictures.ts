import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { images } from '#nd/sample-images.ts';
import { stackOf } from './slices.ts';

type Colour = readonly [red: number, green: number, blue: number];

const ground: Colour = [0.2, 0.2, 0.2];
const red: Colour = [0.9, 0.2, 0.2];
const lime: Colour = [0.5, 0.8, 0.2];
const blue: Colour = [0.2, 0.2, 0.9];
const white: Colour = [0.9, 0.9, 0.9];

/** Draws a square picture: `colour` gets the centre of every cell, in −1 … 1 from left and from top. */
function paint(side: number, colour: (x: number, y: number) => Colour): NdArray {
  const cells = Array.from({ length: side * side }, (_, index) => {
    const x = ((index % side) + 0.5) * (2 / side) - 1;
    const y = (Math.floor(index / side) + 0.5) * (2 / side) - 1;
    return colour(x, y);
  });
  return ndArray(
    [3, side, side],
    [0, 1, 2].flatMap((channel) => cells.map((cell) => cell[channel])),
  );
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** The colour pictures that a reader can pick, drawn at any size. */
export const pictures = {
  /** A red oval, a bar of a green that holds much red, and a blue corner. */
  shapes: (side: number) =>
    paint(side, (x, y) => {
      if (Math.hypot((x + 0.25) / 0.55, (y + 0.125) / 0.65) < 1) return red;
      if (x > 0.5) return lime;
      return x - y < -1.1 ? blue : ground;
    }),
  /** A white square over a red one, equally bright in red. */
  squares: (side: number) =>
    paint(side, (x, y) => {
      const inside = Math.abs(x) < 0.5 && Math.abs(y) > 0.1 && Math.abs(y) < 0.85;
      return inside ? (y < 0 ? white : red) : ground;
    }),
  quarters: (side: number) =>
    paint(side, (x, y) => (y < 0 ? (x < 0 ? red : lime) : x < 0 ? blue : white)),
  ramps: (side: number) =>
    paint(side, (x, y) => [hundredths((x + 1) / 2), hundredths((y + 1) / 2), 0.2]),
  greyDisc: (side: number) => stackOf([images.disc(side), images.disc(side), images.disc(side)]),
} as const;
