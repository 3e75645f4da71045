import { withCount } from '#nd/maps.ts';
import { ndArray, type NdArray } from '#nd/nd-array.ts';
import { resample } from '#nd/resample.ts';
import { images } from '#nd/sample-images.ts';

type Colour = readonly [red: number, green: number, blue: number];

const sky: Colour = [0.5, 0.7, 0.9];
const sun: Colour = [1, 0.8, 0.2];
const hill: Colour = [0.3, 0.6, 0.2];
const wall: Colour = [0.9, 0.9, 0.8];
const roof: Colour = [0.8, 0.2, 0.1];

/** Draws a square picture: `colour` gets the centre of every cell, in 0 … 1 from left and from top. */
function paint(side: number, colour: (x: number, y: number) => Colour): NdArray {
  const cells = Array.from({ length: side * side }, (_, index) =>
    colour(((index % side) + 0.5) / side, (Math.floor(index / side) + 0.5) / side),
  );
  return ndArray(
    [3, side, side],
    [0, 1, 2].flatMap((channel) => cells.map((cell) => cell[channel])),
  );
}

const isOdd = (position: number): boolean => Math.floor(position * 4) % 2 === 1;

/** The colour pictures that a reader can pick, drawn at any size: [3, side, side]. */
export const pictures = {
  /** A house with a red roof on a green hill, under the sun. */
  house: (side: number) =>
    paint(side, (x, y) => {
      if (Math.hypot(x - 0.79, y - 0.21) < 0.15) return sun;
      if (y > 0.42 && y < 0.42 + 0.18 && Math.abs(x - 0.42) < (y - 0.3) * 0.9) return roof;
      if (y >= 0.59 && y < 0.84 && Math.abs(x - 0.42) < 0.17) return wall;
      return y > 0.74 - 0.14 * Math.sin(Math.PI * x) ? hill : sky;
    }),
  /** Stripes of another direction in each colour. */
  weave: (side: number) =>
    paint(side, (x, y) => [
      isOdd(x) ? 0.9 : 0.1,
      isOdd(y) ? 0.9 : 0.1,
      isOdd((x + y) / 2) ? 0.9 : 0.1,
    ]),
  /** Three discs of light that overlap. */
  lights: (side: number) => {
    const lit = (x: number, y: number): number => (Math.hypot(x, y) < 0.27 ? 0.9 : 0.1);
    return paint(side, (x, y) => [
      lit(x - 0.5, y - 0.36),
      lit(x - 0.37, y - 0.62),
      lit(x - 0.63, y - 0.62),
    ]);
  },
  /** One bright cell in every channel: every map shows its own filter. */
  dot: (side: number) => {
    const { data } = images.dot(side);
    return ndArray([3, side, side], [...data, ...data, ...data]);
  },
} as const;

/** A picture of so many channels: the first ones, or further drawings after them. */
export function withChannels(picture: NdArray, channels: number): NdArray {
  const [, height, width] = picture.shape;
  const draws = [images.disc, images.stripes, images.window, images.edge, images.glyph];
  return withCount(picture, channels, (channel) => {
    const square = draws[channel % draws.length](Math.max(height, width));
    return resample(square, height, width).data;
  });
}

/** A picture with so many cells a side. */
export function withSide({ shape, data }: NdArray, side: number): NdArray {
  const [channels, height, width] = shape;
  const maps = Array.from({ length: channels }, (_, channel) => {
    const start = channel * height * width;
    const cells = data.subarray(start, start + height * width);
    return [...resample({ shape: [height, width], data: cells }, side, side).data];
  });
  return ndArray([channels, side, side], maps.flat());
}
