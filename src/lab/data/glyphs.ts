import { sizeOf, type NdArray } from '#nd/nd-array.ts';
import { normal, seededRandom, type Random } from '#nd/random.ts';
import type { DataSet } from './data-set.ts';

/** Points from 0 to 1, x to the right and y down, that a brush is drawn through. */
type Stroke = readonly (readonly [x: number, y: number])[];

/** Ten characters of few and nearly straight strokes. */
export const glyphs: Readonly<Record<string, readonly Stroke[]>> = {
  二: [line(0.25, 0.3, 0.75, 0.3), line(0.15, 0.75, 0.85, 0.75)],
  三: [line(0.2, 0.22, 0.8, 0.22), line(0.28, 0.5, 0.72, 0.5), line(0.15, 0.8, 0.85, 0.8)],
  十: [line(0.15, 0.45, 0.85, 0.45), line(0.5, 0.12, 0.5, 0.9)],
  口: [
    [
      [0.22, 0.22],
      [0.78, 0.22],
      [0.78, 0.8],
      [0.22, 0.8],
      [0.22, 0.22],
    ],
  ],
  山: [
    line(0.5, 0.12, 0.5, 0.8),
    [
      [0.2, 0.42],
      [0.2, 0.8],
      [0.8, 0.8],
      [0.8, 0.42],
    ],
  ],
  川: [
    [
      [0.24, 0.2],
      [0.24, 0.6],
      [0.14, 0.88],
    ],
    line(0.5, 0.2, 0.5, 0.75),
    line(0.78, 0.15, 0.78, 0.88),
  ],
  大: [
    line(0.15, 0.38, 0.85, 0.38),
    [
      [0.5, 0.1],
      [0.48, 0.4],
      [0.16, 0.9],
    ],
    line(0.5, 0.4, 0.86, 0.9),
  ],
  人: [
    [
      [0.5, 0.12],
      [0.44, 0.45],
      [0.14, 0.88],
    ],
    line(0.46, 0.38, 0.88, 0.88),
  ],
  木: [
    line(0.14, 0.34, 0.86, 0.34),
    line(0.5, 0.1, 0.5, 0.92),
    line(0.48, 0.38, 0.16, 0.8),
    line(0.52, 0.38, 0.84, 0.8),
  ],
  田: [
    [
      [0.18, 0.2],
      [0.82, 0.2],
      [0.82, 0.82],
      [0.18, 0.82],
      [0.18, 0.2],
    ],
    line(0.5, 0.2, 0.5, 0.82),
    line(0.18, 0.51, 0.82, 0.51),
  ],
};

/** Half the width of a brush, as a part of the picture. */
export const BRUSH = 0.05;

/** Deviations of what one hand does otherwise than another. */
export const SHIFT = 0.05;
export const SCALE = 0.1;
export const SLANT = 0.15;
export const TURN = 0.12;

/**
 * Pictures of the ten glyphs, each drawn by another hand: shifted, scaled, slanted, turned, and with
 * noise on its pixels. Labels go round: 0, 1, … 9, 0, …
 * @param noise standard deviation added to every pixel
 * @returns inputs [count, 1, side, side], of ink 1 on paper 0
 */
export function drawGlyphs(options: {
  readonly count: number;
  readonly side: number;
  readonly noise: number;
  readonly seed: number;
}): DataSet {
  const { count, side, noise, seed } = options;
  const random = seededRandom(seed);
  const shapes = Object.values(glyphs);
  const inputs: NdArray = {
    shape: [count, 1, side, side],
    data: new Float32Array(sizeOf([count, side, side])),
  };
  const labels = Uint8Array.from({ length: count }, (_, index) => index % shapes.length);
  labels.forEach((label, index) => {
    const pixels = inputs.data.subarray(index * side ** 2, (index + 1) * side ** 2);
    drawOne(pixels, side, shapes[label], random);
    if (noise > 0) pixels.forEach((ink, at) => (pixels[at] = ink + noise * normal(random)));
  });
  return { inputs, labels, classes: Object.keys(glyphs) };
}

/** Draws one glyph by a hand of its own: six numbers of the generator. */
function drawOne(
  pixels: Float32Array,
  side: number,
  strokes: readonly Stroke[],
  random: Random,
): void {
  const [dx, dy] = [SHIFT * normal(random), SHIFT * normal(random)];
  const [wide, high] = [1 + SCALE * normal(random), 1 + SCALE * normal(random)];
  const [slant, turn] = [SLANT * normal(random), TURN * normal(random)];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const placed = strokes.map((stroke) =>
    stroke.map(([x, y]): [number, number] => {
      const v = high * (y - 0.5);
      const u = wide * (x - 0.5) + slant * v;
      return [0.5 + dx + cos * u - sin * v, 0.5 + dy + sin * u + cos * v];
    }),
  );
  pixels.forEach((_, at) => {
    const [x, y] = [((at % side) + 0.5) / side, (Math.floor(at / side) + 0.5) / side];
    const distance = Math.min(...placed.map((stroke) => distanceTo(stroke, x, y)));
    // An edge is one pixel wide.
    pixels[at] = Math.min(Math.max((BRUSH - distance) * side + 0.5, 0), 1);
  });
}

/** Distance of a point to a stroke. */
function distanceTo(stroke: Stroke, x: number, y: number): number {
  let nearest = Infinity;
  for (let index = 1; index < stroke.length; index++) {
    const [ax, ay] = stroke[index - 1];
    const [dx, dy] = [stroke[index][0] - ax, stroke[index][1] - ay];
    const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
    const t = Math.min(Math.max(along, 0), 1);
    nearest = Math.min(nearest, Math.hypot(x - ax - t * dx, y - ay - t * dy));
  }
  return nearest;
}

function line(ax: number, ay: number, bx: number, by: number): Stroke {
  return [
    [ax, ay],
    [bx, by],
  ];
}
