import { ndArray, type NdArray } from '#nd/nd-array.ts';

/** Cells a side: two pictures of a reader's own still fit into a link. */
export const SIDE = 18;

type Colour = readonly [red: number, green: number, blue: number];

/** Draws a colour picture: `colour` gets the centre of every cell, in −1 … 1 from left and from top. */
function paint(colour: (x: number, y: number) => Colour): NdArray {
  const at = (place: number): number => (place + 0.5) * (2 / SIDE) - 1;
  const cells = Array.from({ length: SIDE * SIDE }, (_, index) =>
    colour(at(index % SIDE), at(Math.floor(index / SIDE))),
  );
  const hundredths = (value: number): number =>
    Math.round(100 * Math.min(Math.max(value, 0), 1)) / 100;
  return ndArray(
    [3, SIDE, SIDE],
    [0, 1, 2].flatMap((channel) => cells.map((cell) => hundredths(cell[channel]))),
  );
}

const mixed = (from: Colour, to: Colour, part: number): Colour => {
  const share = Math.min(Math.max(part, 0), 1);
  const [red, green, blue] = from.map((value, channel) => value + share * (to[channel] - value));
  return [red, green, blue];
};

const within = (x: number, y: number, width: number, height: number): boolean =>
  Math.hypot(x / width, y / height) < 1;

function portrait(x: number, y: number): Colour {
  const face = within(x, y + 0.08, 0.5, 0.62);
  if (face) {
    if (within(Math.abs(x) - 0.277, y + 0.11, 0.08, 0.1)) return [0.15, 0.12, 0.15];
    if (within(x, y - 0.28, 0.22, 0.07)) return [0.72, 0.25, 0.25];
    if (y < -0.42) return [0.25, 0.15, 0.1];
    return mixed([0.96, 0.8, 0.66], [0.75, 0.52, 0.4], 0.5 + 1.4 * x);
  }
  if (Math.abs(x) < 0.22 && y > 0.4 && y < 0.75) return [0.78, 0.58, 0.46];
  if (within(x, y - 1.05, 0.95, 0.47)) return [0.2, 0.42, 0.4];
  if (within(x, y + 0.18, 0.68, 0.74) && y < 0.25) return [0.25, 0.15, 0.1];
  return mixed([0.78, 0.84, 0.86], [0.62, 0.7, 0.74], (y + 1) / 2);
}

function house(x: number, y: number): Colour {
  if (y > 0.62) return mixed([0.42, 0.62, 0.3], [0.3, 0.48, 0.22], x);
  if (Math.abs(x + 0.1) < 0.5 && y > -0.05) {
    if (Math.abs(x + 0.1) < 0.13 && y > 0.25) return [0.4, 0.24, 0.16];
    if (Math.abs(Math.abs(x + 0.1) - 0.32) < 0.1 && Math.abs(y - 0.22) < 0.11)
      return [0.95, 0.86, 0.5];
    return [0.88, 0.84, 0.76];
  }
  if (y > -0.6 && Math.abs(x + 0.1) < 1.2 * (y + 0.6)) return [0.7, 0.26, 0.2];
  return mixed([0.45, 0.68, 0.92], [0.8, 0.9, 0.96], (y + 1) / 1.4);
}

function dusk(x: number, y: number): Colour {
  if (within(x - 0.25, y - 0.05, 0.24, 0.24)) return [1, 0.92, 0.62];
  if (y > 0.3 + 0.12 * Math.sin(5 * x)) return mixed([0.22, 0.08, 0.2], [0.1, 0.04, 0.12], y);
  return mixed([0.35, 0.12, 0.38], [1, 0.5, 0.16], (y + 1) / 1.25);
}

function night(x: number, y: number): Colour {
  if (within(x + 0.45, y + 0.5, 0.26, 0.26) && !within(x + 0.3, y + 0.56, 0.24, 0.24))
    return [0.95, 0.94, 0.8];
  const roofs = 0.25 + 0.3 * ((Math.floor((x + 1) * 4.5) * 7) % 4) * 0.33;
  if (y > roofs) {
    const lit = (Math.floor((x + 1) * 9) * 5 + Math.floor((y + 1) * 9) * 3) % 7 === 0;
    return lit ? [0.92, 0.75, 0.35] : [0.06, 0.08, 0.16];
  }
  return mixed([0.05, 0.08, 0.25], [0.18, 0.26, 0.5], (y + 1) / 1.6);
}

function waves(x: number, y: number): Colour {
  const height = Math.sin(6 * y + 1.6 * Math.sin(3.2 * x));
  return mixed([0.06, 0.3, 0.42], [0.86, 0.95, 0.92], 0.5 + 0.5 * height);
}

/** Pictures to choose from, as content or as style. */
export const pictures = {
  portrait: () => paint(portrait),
  house: () => paint(house),
  dusk: () => paint(dusk),
  night: () => paint(night),
  waves: () => paint(waves),
} as const;

/** The same picture, left and right exchanged. */
export function mirrored({ shape, data }: NdArray): NdArray {
  const width = shape[2];
  return {
    shape,
    data: data.map((_, index) => data[index - (index % width) + width - 1 - (index % width)]),
  };
}

/**
 * The same cells, each with its colour, at other places: rows and columns are dealt out with a
 * stride that has no factor in common with their number.
 */
export function shuffled({ shape, data }: NdArray): NdArray {
  const size = shape[1] * shape[2];
  const stride = [7, 11, 13, 17].find((prime) => size % prime !== 0) ?? 1;
  return {
    shape,
    data: data.map((_, index) => {
      const place = index % size;
      return data[index - place + ((place * stride + 5) % size)];
    }),
  };
}
